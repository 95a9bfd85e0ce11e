package dev.kanmin.infrastructure;

import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file under the embedded store. A write returns when it is committed and flushed; writers that
 * wait at the same moment share one commit.
 *
 * <p>One lock lies around each write and each commit: a write touches several maps (document,
 * index, counters), and a commit between two of them would freeze half of it. Readers share that
 * lock, because compaction moves the pages that they stand on.
 */
final class StoreFile {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);
  private static final int CACHE_MEGABYTES = 24;

  private final MVStore maps;
  private final Compaction compaction;
  private final Lock reading;
  private final Lock writing;
  private final ReentrantLock committing = new ReentrantLock();

  /** Number of writes done; guarded by {@link #writing}. */
  private long written;

  /** The first so many writes are on the disk; guarded by {@link #committing}. */
  private long durable;

  private StoreFile(MVStore maps) {
    var lock = new ReentrantReadWriteLock();
    this.maps = maps;
    this.compaction = new Compaction(maps);
    this.reading = lock.readLock();
    this.writing = lock.writeLock();
  }

  static StoreFile open(Path file) {
    var maps =
        new MVStore.Builder()
            .fileName(file.toString())
            .cacheSize(CACHE_MEGABYTES)
            // neither by time nor by size may it commit by itself, in the middle of a write
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    // space of superseded pages is used again at once: nobody reads old versions, and each commit
    // is flushed
    maps.setRetentionTime(0);
    maps.setVersionsToKeep(0);
    return new StoreFile(maps);
  }

  MVStore maps() {
    return maps;
  }

  <T> T read(Supplier<T> read) {
    reading.lock();
    try {
      return read.get();
    } finally {
      reading.unlock();
    }
  }

  /**
   * Does the write and returns its answer when it is on the disk. A write that throws is not
   * acknowledged; what it may have left goes with the next commit.
   */
  <T> T write(Supplier<T> write) {
    T answer;
    long number;
    writing.lock();
    try {
      answer = write.get();
      number = ++written;
    } finally {
      writing.unlock();
    }
    awaitDurable(number);
    return answer;
  }

  private void awaitDurable(long number) {
    committing.lock();
    try {
      if (durable < number) {
        durable = commit();
      }
    } catch (RuntimeException e) {
      // memory now holds what the disk does not: only a restart from the file is honest
      LOG.error("the store cannot write its file and stops", e);
      Runtime.getRuntime().halt(1);
    } finally {
      committing.unlock();
    }
  }

  private long commit() {
    long covered;
    writing.lock();
    try {
      covered = written;
      maps.commit();
      compaction.afterCommit();
    } finally {
      writing.unlock();
    }
    maps.sync();
    return covered;
  }

  /** Commits what is left and closes the file. */
  void close() {
    committing.lock();
    writing.lock();
    try {
      maps.close();
    } finally {
      writing.unlock();
      committing.unlock();
    }
  }
}
