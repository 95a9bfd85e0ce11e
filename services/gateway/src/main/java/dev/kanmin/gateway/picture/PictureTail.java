package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.feed.FeedTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the feed from its beginning and folds it, for as long as the process lives. */
public final class PictureTail implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PictureTail.class);

  /** While far behind, the picture is shown this often and no more: snapshots cost time. */
  private static final long SHOWN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * What listeners are told of at once: each portion can be as large as what is fetched at once.
   */
  private static final int MOST_PORTIONS = 8;

  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  private final FeedFetch fetch;
  private final Picture picture;
  private final List<PictureListener> listeners;
  private final Thread thread;
  private final List<FeedRecord> batch = new ArrayList<>();
  private int portions;
  private long next;
  private long beganNanos;
  private long folded;
  private long publishedNanos;
  private volatile boolean stopping;
  private volatile boolean ready;
  private volatile long lag = -1;
  private volatile String fault = "";

  public PictureTail(
      FeedClients clients, FeedTopics topics, Picture picture, List<PictureListener> listeners) {
    this.fetch = new FeedFetch(clients, topics.feed());
    this.picture = picture;
    this.listeners = List.copyOf(listeners);
    this.thread = Thread.ofPlatform().name("picture").daemon().unstarted(this::run);
  }

  /** Begins to fold; returns at once. */
  public void start() {
    fetch.start();
    thread.start();
  }

  /** Whether the picture has reached what was the end of the feed when it began. */
  public boolean isReady() {
    return ready;
  }

  /** Records of the feed that are not folded yet; -1 while that is not known. */
  public long lag() {
    return fault().isEmpty() ? lag : -1;
  }

  /** Why the feed cannot be read or folded at the moment; empty when it can. */
  public String fault() {
    String unread = fetch.fault();
    return unread.isEmpty() ? fault : unread;
  }

  private void run() {
    beganNanos = System.nanoTime();
    try {
      while (!stopping) {
        Optional<Portion> portion = fetch.next();
        while (portion.isPresent() && !stopping && !folded(portion.get())) {
          Thread.sleep(RETRY_AFTER);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is passed over: what failed is tried again from the record at which it did. */
  private boolean folded(Portion portion) {
    try {
      fold(portion);
      fault = "";
      return true;
    } catch (RuntimeException failure) {
      fault = failure.toString();
      log.warn("The feed cannot be folded, will be tried again: {}", fault);
      return false;
    }
  }

  private void fold(Portion portion) {
    if (portion.leap()) {
      leap(portion);
    } else {
      follow(portion);
    }
    if (!ready && next >= portion.end()) {
      publish();
      ready = true;
      log.info(
          "The picture is folded up to position {}: records={} millis={}",
          next - 1,
          folded,
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
    }
  }

  private void follow(Portion portion) {
    for (FeedRecord record : portion.records()) {
      if (record.position() >= next) {
        picture.apply(record);
        batch.add(record);
        folded++;
        next = record.position() + 1;
      }
    }
    portions++;
    next = portion.next();
    lag = portion.lag();
    if (lag == 0
        || portions >= MOST_PORTIONS
        || System.nanoTime() - publishedNanos > SHOWN_EVERY_NANOS) {
      publish();
    }
  }

  /** What comes is older and older: until all of it is here, the picture stays as it was. */
  private void leap(Portion portion) {
    if (!batch.isEmpty()) {
      publish();
    }
    portion.records().forEach(picture::apply);
    folded += portion.records().size();
    lag = portion.lag();
    if (portion.next() > next) {
      next = portion.next();
      picture.publish(next - 1);
      publishedNanos = System.nanoTime();
      listeners.forEach(listener -> listener.leapt(picture.snapshot()));
    }
  }

  private void publish() {
    if (batch.isEmpty() && picture.snapshot().position() == next - 1) {
      return;
    }
    picture.publish(next - 1);
    publishedNanos = System.nanoTime();
    List<FeedRecord> records = List.copyOf(batch);
    batch.clear();
    portions = 0;
    for (PictureListener listener : listeners) {
      tell(listener, records);
    }
  }

  private void tell(PictureListener listener, List<FeedRecord> records) {
    try {
      listener.published(picture.snapshot(), records);
    } catch (RuntimeException failure) {
      // it may have taken half of them: for it the picture has leapt; the others lose nothing
      log.error("A listener of the picture failed, it goes on behind {}", next - 1, failure);
      listener.leapt(picture.snapshot());
    }
  }

  @Override
  public void close() {
    stopping = true;
    fetch.close();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
