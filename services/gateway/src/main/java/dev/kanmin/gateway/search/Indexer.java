package dev.kanmin.gateway.search;

import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureListener;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index as the picture is. The fold only says which subjects moved: a set, which is never
 * larger than there are subjects. One thread takes them out and puts the cards in that are there by
 * then, so a subject that moves ten times meanwhile is indexed once.
 *
 * <p>An index that cannot be written is thrown away and made anew from the picture.
 */
final class Indexer implements PictureListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Indexer.class);

  /** While cards keep coming, what was indexed is shown this often: each showing costs time. */
  private static final long SHOWN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Picture picture;
  private final Path folder;
  private final Analyzers analyzers;
  private final Thread thread;
  private final Lock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Condition moved = lock.newCondition();

  /** Guarded by the lock, as the next three are. */
  private Set<Moved> waiting = new HashSet<>();

  /** Whether subjects moved of which nobody told. */
  private boolean leapt;

  /** Position up to which the fold has told of everything. */
  private long told = -1;

  private int hurrying;

  private volatile @Nullable CardIndex index;
  private volatile long shown = -1;
  private volatile boolean stopping;

  private record Moved(String source, String subject) {}

  private record Task(Set<Moved> moved, boolean all, long upTo) {}

  Indexer(Picture picture, Path folder, Analyzers analyzers) {
    this.picture = picture;
    this.folder = folder;
    this.analyzers = analyzers;
    this.thread = Thread.ofPlatform().name("indexer").daemon().unstarted(this::run);
  }

  /** Begins to index; returns at once. */
  void start() {
    thread.start();
  }

  /** The index as it is shown; empty while there is none. */
  Optional<CardIndex> index() {
    return Optional.ofNullable(index);
  }

  /** Position of the feed up to which the index shows everything; -1 while that is nothing. */
  long position() {
    return shown;
  }

  /** Subjects that are to be indexed. */
  int backlog() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the index shows everything up to a position of the feed.
   *
   * @return whether it did in time
   */
  boolean reaches(long position, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      hurrying++;
      news.signal();
      while (shown < position && left > 0) {
        left = moved.awaitNanos(left);
      }
      return shown >= position;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      hurrying--;
      lock.unlock();
    }
  }

  @Override
  public void published(PictureSnapshot snapshot, List<FeedRecord> batch) {
    lock.lock();
    try {
      for (FeedRecord record : batch) {
        if (record.isReadable()) {
          waiting.add(new Moved(record.source(), record.subject()));
        }
      }
      told = snapshot.position();
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void leapt(PictureSnapshot snapshot) {
    lock.lock();
    try {
      leapt = true;
      told = snapshot.position();
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        try (CardIndex opened = CardIndex.open(folder, analyzers)) {
          follow(opened);
        } catch (IOException | RuntimeException failure) {
          log.error("The index is thrown away and made anew", failure);
        }
        rest();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts everything into an index that holds nothing, and then whatever moves. */
  private void follow(CardIndex opened) throws IOException, InterruptedException {
    long began = System.nanoTime();
    long covered = -1;
    shown(-1);
    index = opened;
    try {
      Task task = new Task(Set.of(), true, picture.snapshot().position());
      while (!stopping) {
        int count = take(task, covered, opened);
        opened.show();
        if (count > 0 && task.all()) {
          log.info(
              "Indexed up to position {}: cards={} millis={}",
              task.upTo(),
              count,
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        covered = task.upTo();
        shown(covered);
        task = next();
        began = System.nanoTime();
      }
    } finally {
      index = null;
    }
  }

  private int take(Task task, long after, CardIndex opened) throws IOException {
    int count = 0;
    if (task.all()) {
      for (Iterator<Subject> all = picture.subjects().iterator(); all.hasNext() && !stopping; ) {
        Subject subject = all.next();
        if (subject.position() > after) {
          put(subject.id(), subject.row(), opened);
          count++;
        }
      }
    }
    for (Moved one : task.moved()) {
      put(one.subject(), picture.row(one.source(), one.subject()), opened);
    }
    return count + task.moved().size();
  }

  private static void put(String subject, Optional<Row> row, CardIndex opened) throws IOException {
    if (row.isPresent()) {
      opened.put(row.get());
    } else {
      opened.remove(subject);
    }
  }

  /** What has moved; waits until something has, and a moment more for what comes with it. */
  private Task next() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !leapt && told <= shown && !stopping) {
        news.await();
      }
      long left = SHOWN_EVERY_NANOS;
      while (left > 0 && hurrying == 0 && !stopping) {
        left = news.awaitNanos(left);
      }
      Task task = new Task(waiting, leapt, told);
      waiting = new HashSet<>();
      leapt = false;
      return task;
    } finally {
      lock.unlock();
    }
  }

  private void shown(long position) {
    lock.lock();
    try {
      shown = position;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void rest() throws InterruptedException {
    long left = RETRY_AFTER.toNanos();
    lock.lock();
    try {
      while (left > 0 && !stopping) {
        left = news.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Without interrupting anybody: that would close the files under those who search. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      news.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
