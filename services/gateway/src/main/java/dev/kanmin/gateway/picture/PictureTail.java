package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.feed.FeedTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the feed from its beginning and folds it, for as long as the process lives. */
public final class PictureTail implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PictureTail.class);
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final long RETRY_AFTER_MILLIS = 500;

  /** While far behind, the picture is shown this often and no more: snapshots cost time. */
  private static final long SHOWN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int LARGEST_BATCH = 4_000;

  /**
   * With more than that still to come, the picture leaps: listeners are told where it is, and not
   * of each record. Nobody could follow, and records kept for nothing fill the memory: a young
   * object that lives until it is old costs the collector more than its fold.
   */
  private static final int FAR_BEHIND = 8_192;

  private final FeedClients clients;
  private final TopicPartition feed;
  private final Picture picture;
  private final List<PictureListener> listeners;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private final List<FeedRecord> batch = new ArrayList<>();
  private long next;
  private long beganNanos;
  private long folded;
  private long publishedNanos;
  private boolean leaping;
  private volatile boolean ready;
  private volatile long lag = -1;
  private volatile String fault = "";

  public PictureTail(
      FeedClients clients, FeedTopics topics, Picture picture, List<PictureListener> listeners) {
    this.clients = clients;
    this.feed = new TopicPartition(topics.feed(), 0);
    this.picture = picture;
    this.listeners = List.copyOf(listeners);
    this.thread = Thread.ofPlatform().name("picture").daemon().unstarted(this::run);
  }

  /** Begins to fold; returns at once. */
  public void start() {
    thread.start();
  }

  /** Whether the picture has reached what was the end of the feed when it began. */
  public boolean isReady() {
    return ready;
  }

  /** Records of the feed that are not folded yet; -1 while that is not known. */
  public long lag() {
    return lag;
  }

  /** Why the feed cannot be read at the moment; empty when it can. */
  public String fault() {
    return fault;
  }

  private void run() {
    beganNanos = System.nanoTime();
    while (stopping.getCount() > 0) {
      try (Consumer<byte[], byte[]> consumer = clients.reader("picture")) {
        follow(consumer);
      } catch (RuntimeException failure) {
        fault = failure.toString();
        lag = -1;
        log.warn("The feed cannot be read, will be tried again: {}", fault);
        pause();
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) {
    consumer.assign(List.of(feed));
    consumer.seek(feed, next);
    long end = consumer.endOffsets(List.of(feed)).getOrDefault(feed, 0L);
    while (stopping.getCount() > 0) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
      lag = consumer.currentLag(feed).orElse(0);
      leap(lag > FAR_BEHIND);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        take(FeedRecord.of(record));
      }
      next = consumer.position(feed);
      if (lag == 0
          || batch.size() >= LARGEST_BATCH
          || System.nanoTime() - publishedNanos > SHOWN_EVERY_NANOS) {
        publish();
      }
      if (!ready && next >= end) {
        publish();
        ready = true;
        log.info(
            "The picture is folded up to position {}: records={} millis={}",
            next - 1,
            folded,
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
      }
      fault = "";
    }
  }

  private void take(FeedRecord record) {
    picture.apply(record);
    if (!leaping) {
      batch.add(record);
    }
    folded++;
    next = record.position() + 1;
  }

  /** What was taken in one way is told in that way, before it goes on in the other. */
  private void leap(boolean leap) {
    if (leap != leaping) {
      publish();
      leaping = leap;
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
    for (PictureListener listener : listeners) {
      if (leaping) {
        listener.leapt(picture.snapshot());
      } else {
        listener.published(picture.snapshot(), records);
      }
    }
  }

  private void pause() {
    try {
      boolean ignored = stopping.await(RETRY_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
