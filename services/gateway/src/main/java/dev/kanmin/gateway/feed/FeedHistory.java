package dev.kanmin.gateway.feed;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads older parts of the feed from Kafka. Two reads at a time and a short queue: readers far
 * behind wait for each other, and nobody else waits for them.
 */
public final class FeedHistory implements AutoCloseable {
  private static final int READERS = 2;
  private static final int QUEUE = 64;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A filter that matches nothing still gets its page soon. */
  private static final int MOST_EXAMINED = 20_000;

  private final FeedClients clients;
  private final TopicPartition feed;
  private final ConcurrentLinkedQueue<Consumer<ByteBuffer, ByteBuffer>> idle =
      new ConcurrentLinkedQueue<>();
  private final Scheduler readers = Schedulers.newBoundedElastic(READERS, QUEUE, "feed-history");

  /**
   * A part of the feed.
   *
   * @param events those that match, in order; of their records nothing is kept
   * @param end position up to which the feed was looked at
   */
  public record Part(List<FeedEvent> events, long end) {}

  public FeedHistory(FeedClients clients, FeedTopics topics) {
    this.clients = clients;
    this.feed = new TopicPartition(topics.feed(), 0);
  }

  /**
   * Reads on from a position.
   *
   * @param after -1 for the beginning
   * @param upTo last position to look at
   * @param most events to return; fewer if they are large
   * @param enough bytes with which a part is complete, however few events they are
   * @return fails with {@link java.util.concurrent.RejectedExecutionException} when too many read
   */
  public Mono<Part> read(
      long after, long upTo, int most, long enough, Predicate<FeedRecord> wanted) {
    return Mono.fromCallable(() -> readNow(after, upTo, most, enough, wanted)).subscribeOn(readers);
  }

  private Part readNow(long after, long upTo, int most, long enough, Predicate<FeedRecord> wanted) {
    Consumer<ByteBuffer, ByteBuffer> known = idle.poll();
    Consumer<ByteBuffer, ByteBuffer> consumer =
        known == null ? clients.feed("feed-history") : known;
    boolean healthy = false;
    try {
      consumer.assign(List.of(feed));
      consumer.seek(feed, after + 1);
      Part part = collect(consumer, after, upTo, most, enough, wanted);
      healthy = true;
      return part;
    } finally {
      if (healthy) {
        idle.add(consumer);
      } else {
        consumer.close();
      }
    }
  }

  private Part collect(
      Consumer<ByteBuffer, ByteBuffer> consumer,
      long after,
      long upTo,
      int most,
      long enough,
      Predicate<FeedRecord> wanted) {
    List<FeedEvent> found = new ArrayList<>();
    long end = after;
    int examined = 0;
    long bytes = 0;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (end < upTo && examined < MOST_EXAMINED && System.nanoTime() - deadline < 0) {
      for (ConsumerRecord<ByteBuffer, ByteBuffer> record : consumer.poll(POLL)) {
        if (record.offset() > upTo) {
          return new Part(found, upTo);
        }
        FeedRecord read = FeedRecord.of(record);
        end = record.offset();
        examined++;
        if (wanted.test(read)) {
          FeedEvent event = new FeedEvent(read);
          found.add(event);
          bytes += event.frame().length;
          if (found.size() == most || bytes >= enough) {
            return new Part(found, end);
          }
        }
      }
      // behind the last record there may be only commit markers
      end = Math.min(upTo, Math.max(end, consumer.position(feed) - 1));
    }
    return new Part(found, end);
  }

  @Override
  public void close() {
    readers.dispose();
    idle.forEach(Consumer::close);
  }
}
