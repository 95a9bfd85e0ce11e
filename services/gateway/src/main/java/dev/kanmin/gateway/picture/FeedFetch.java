package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedRecord;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the feed from its beginning, on a thread of its own: a consumer asks its broker for more
 * of a partition only when it has handed out all that it had, and whoever folds the records on the
 * same thread waits for the broker a quarter of the time.
 *
 * <p>Near the end of the feed records come in order. Far from it the way to the end is a leap, read
 * <em>backwards</em>, part by part: so of most subjects the last card comes first, and of all that
 * are older the fold need not read any. Nobody is told of each record of a leap: nobody could
 * follow, and records kept for nothing fill the memory.
 */
final class FeedFetch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FeedFetch.class);
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  /** Portions that may wait, and no more: a collector moves about whatever is under way. */
  private static final int AHEAD = 4;

  /** With more than that still to come, it leaps. */
  private static final long FAR_BEHIND = 8_192;

  /** Records that a leap reads in one go before it turns back. */
  private static final long STRIDE = 4_096;

  private final FeedClients clients;
  private final TopicPartition feed;
  private final BlockingQueue<Portion> ahead = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private long next;
  private long firstEnd = -1;
  private volatile boolean stopping;
  private volatile String fault = "";

  FeedFetch(FeedClients clients, String topic) {
    this.clients = clients;
    this.feed = new TopicPartition(topic, 0);
    this.thread = Thread.ofPlatform().name("picture-fetch").daemon().unstarted(this::run);
  }

  /** Begins; returns at once. */
  void start() {
    thread.start();
  }

  /** The next portion; empty if none came for a while. */
  Optional<Portion> next() throws InterruptedException {
    return Optional.ofNullable(ahead.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Why the feed cannot be read at the moment; empty when it can. */
  String fault() {
    return fault;
  }

  private void run() {
    try {
      while (!stopping) {
        try (Consumer<ByteBuffer, ByteBuffer> consumer = clients.tail("picture")) {
          follow(consumer);
        } catch (RuntimeException failure) {
          fault = failure.toString();
          log.warn("The feed cannot be read, will be tried again: {}", fault);
          Thread.sleep(RETRY_AFTER);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Consumer<ByteBuffer, ByteBuffer> consumer) throws InterruptedException {
    consumer.assign(List.of(feed));
    consumer.seek(feed, next);
    long end = end(consumer);
    firstEnd = firstEnd < 0 ? end : firstEnd;
    leapIfFar(consumer, end);
    while (!stopping) {
      ConsumerRecords<ByteBuffer, ByteBuffer> polled = consumer.poll(PATIENCE);
      long lag = consumer.currentLag(feed).orElse(0);
      List<FeedRecord> records = new ArrayList<>(polled.count());
      polled.forEach(record -> records.add(FeedRecord.of(record)));
      // behind the last record there may be markers, and at the end nothing but the news of it
      long position = consumer.position(feed);
      hand(new Portion(records, position, lag, firstEnd, false));
      next = position;
      fault = "";
      leapIfFar(consumer, next + lag);
    }
  }

  private void leapIfFar(Consumer<ByteBuffer, ByteBuffer> consumer, long end)
      throws InterruptedException {
    if (end - next <= FAR_BEHIND) {
      return;
    }
    for (long to = end; to > next && !stopping; to -= STRIDE) {
      read(consumer, Math.max(next, to - STRIDE), to);
    }
    consumer.seek(feed, end);
    hand(new Portion(List.of(), end, 0, firstEnd, true));
    next = end;
    fault = "";
  }

  private void read(Consumer<ByteBuffer, ByteBuffer> consumer, long from, long to)
      throws InterruptedException {
    consumer.seek(feed, from);
    while (consumer.position(feed) < to && !stopping) {
      List<FeedRecord> records = new ArrayList<>();
      for (ConsumerRecord<ByteBuffer, ByteBuffer> record : consumer.poll(PATIENCE)) {
        if (record.offset() < to) {
          records.add(FeedRecord.withoutHeaders(record));
        }
      }
      hand(new Portion(records, next, from - next, firstEnd, true));
    }
  }

  private long end(Consumer<ByteBuffer, ByteBuffer> consumer) {
    return consumer.endOffsets(List.of(feed)).getOrDefault(feed, 0L);
  }

  /** Waits for the fold if it is behind. */
  private void hand(Portion portion) throws InterruptedException {
    while (!stopping && !ahead.offer(portion, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      // it is
    }
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
