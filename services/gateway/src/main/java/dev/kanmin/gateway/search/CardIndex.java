package dev.kanmin.gateway.search;

import dev.kanmin.gateway.picture.Row;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index itself: a folder that nobody else uses and that holds nothing which cannot be made
 * again. It is emptied whenever it is opened, whatever is in it, and removed when it is closed.
 *
 * <p>Read by calls and not mapped into memory: pages that are mapped count as the process's own,
 * those of the file cache do not.
 */
final class CardIndex implements AutoCloseable {
  /** Of documents that are not written out yet. */
  private static final double BUFFER_MEGABYTES = 6;

  /** Held for as long as the folder is in use: two nodes would empty it under one another. */
  private static final String LOCK = "node.lock";

  private static final int SEARCHERS = 2;

  private final Analyzers analyzers;
  private final Path folder;
  private final Directory directory;
  private final Lock lock;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ExecutorService searching =
      Executors.newFixedThreadPool(
          SEARCHERS, Thread.ofPlatform().name("searcher-", 1).daemon().factory());

  /** What is done with a searcher. */
  @FunctionalInterface
  interface Work<T> {
    T with(Shown shown) throws IOException;
  }

  /** What is shown at a time; codes of facets are numbered once for all who search in it. */
  static final class Shown extends IndexSearcher {
    private @Nullable SortedSetDocValuesReaderState codes;

    Shown(IndexReader reader) {
      super(reader);
      // the cache that all searchers would share may take a twentieth of the heap
      setQueryCache(null);
    }

    /**
     * The codes of all facets.
     *
     * @throws IllegalArgumentException if there is no card
     */
    synchronized SortedSetDocValuesReaderState codes() throws IOException {
      SortedSetDocValuesReaderState known = codes;
      if (known == null) {
        known = new DefaultSortedSetDocValuesReaderState(getIndexReader(), CardDocuments.FACETS);
        codes = known;
      }
      return known;
    }
  }

  private CardIndex(
      Path folder, Analyzers analyzers, Directory directory, Lock lock, IndexWriter writer)
      throws IOException {
    this.folder = folder;
    this.analyzers = analyzers;
    this.directory = directory;
    this.lock = lock;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, new Showing());
  }

  /**
   * An index without a card.
   *
   * @throws IOException if the folder cannot be emptied or written to, or another process has it
   */
  static CardIndex open(Path folder, Analyzers analyzers) throws IOException {
    Files.createDirectories(folder);
    Directory directory = new NIOFSDirectory(folder);
    Lock lock = directory.obtainLock(LOCK);
    empty(folder, true);
    IndexWriterConfig config =
        new IndexWriterConfig(analyzers)
            .setOpenMode(OpenMode.CREATE)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergeScheduler(oneMergeAtATime())
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    writer.addDocument(CardDocuments.of(DeviceTerms.all()));
    return new CardIndex(folder, analyzers, directory, lock, writer);
  }

  Analyzers analyzers() {
    return analyzers;
  }

  void put(Row row) throws IOException {
    writer.updateDocument(
        new Term(CardDocuments.ID, row.subject()), CardDocuments.of(row, analyzers));
  }

  void remove(String subject) throws IOException {
    writer.deleteDocuments(new Term(CardDocuments.ID, subject));
  }

  /** Makes everything that was put and removed so far visible to those who search from now on. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /**
   * Lets somebody search in what is shown, on a thread of the index: whoever waits may be
   * interrupted, as happens when a client goes away, and an interrupted read would close the file
   * for all others.
   *
   * @throws IOException if the index cannot be read
   * @throws CancellationException if the caller was interrupted
   */
  <T> T search(Work<T> work) throws IOException {
    try {
      return searching.submit(() -> found(work)).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("nobody waits for what is found");
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IOException(failure.getCause());
    }
  }

  private <T> T found(Work<T> work) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.with((Shown) searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searching.shutdown();
    try (directory;
        lock;
        writer;
        searchers) {
      // in reverse order
    } finally {
      empty(folder, false);
      Files.deleteIfExists(folder);
    }
  }

  private static ConcurrentMergeScheduler oneMergeAtATime() {
    ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    merges.setMaxMergesAndThreads(2, 1);
    return merges;
  }

  private static void empty(Path folder, boolean locked) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!locked || !file.equals(folder.resolve(LOCK))) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure)
              throws IOException {
            if (!inner.equals(folder)) {
              Files.delete(inner);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static final class Showing extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
      return new Shown(reader);
    }
  }
}
