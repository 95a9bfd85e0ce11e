package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the feed from its beginning, on a thread of its own, and parses it a few pieces ahead of
 * the fold: of what a record costs, that is the larger half. No more than a few small pieces, as
 * what waits is moved about by the collector.
 */
final class FeedAhead implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FeedAhead.class);
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final long RETRY_AFTER_MILLIS = 500;
  private static final int PIECES = 2;
  private static final int LARGEST_PIECE = 100;

  private final FeedClients clients;
  private final TopicPartition feed;
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private long next;
  private volatile String fault = "";

  /**
   * A part of the feed.
   *
   * @param records in order; may be empty
   * @param next position at which reading goes on
   * @param lag how many records were still to come
   * @param end of the feed when its reading began
   */
  record Piece(List<PictureRecord> records, long next, long lag, long end) {}

  FeedAhead(FeedClients clients, String topic) {
    this.clients = clients;
    this.feed = new TopicPartition(topic, 0);
    this.thread = Thread.ofPlatform().name("picture-reader").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The next piece; empty if none came for a while. */
  Optional<Piece> next() throws InterruptedException {
    return Optional.ofNullable(pieces.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Why the feed cannot be read at the moment; empty when it can. */
  String fault() {
    return fault;
  }

  private void run() {
    while (stopping.getCount() > 0) {
      try (Consumer<byte[], byte[]> consumer = clients.tail("picture")) {
        follow(consumer);
      } catch (RuntimeException failure) {
        fault = failure.toString();
        log.warn("The feed cannot be read, will be tried again: {}", fault);
        pause();
      } catch (InterruptedException interrupted) {
        stopping.countDown();
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) throws InterruptedException {
    consumer.assign(List.of(feed));
    consumer.seek(feed, next);
    long end = consumer.endOffsets(List.of(feed)).getOrDefault(feed, 0L);
    while (stopping.getCount() > 0) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(PATIENCE);
      long lag = consumer.currentLag(feed).orElse(0);
      int left = polled.count();
      List<PictureRecord> records = new ArrayList<>(LARGEST_PIECE);
      for (ConsumerRecord<byte[], byte[]> record : polled) {
        records.add(PictureRecord.of(FeedRecord.of(record)));
        left--;
        if (records.size() == LARGEST_PIECE) {
          hand(new Piece(records, record.offset() + 1, lag + left, end));
          records = new ArrayList<>(LARGEST_PIECE);
        }
      }
      // behind the last record there may be markers, and at the end nothing but the news of it
      hand(new Piece(records, consumer.position(feed), lag, end));
      fault = "";
    }
  }

  private void hand(Piece piece) throws InterruptedException {
    while (stopping.getCount() > 0
        && !pieces.offer(piece, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      // the fold is behind: reading waits for it
    }
    next = piece.next();
  }

  private void pause() {
    try {
      boolean ignored = stopping.await(RETRY_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      stopping.countDown();
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
