package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedRecord;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the feed from its beginning. A consumer asks its broker for more of a partition only when
 * it has handed out all that it had: whoever reads the records on the same thread waits for the
 * broker a quarter of the time.
 */
final class FeedFetch extends Stage<Portion<FeedRecord>> {
  private static final Logger log = LoggerFactory.getLogger(FeedFetch.class);
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final Duration RETRY_AFTER = Duration.ofMillis(500);
  private static final int AHEAD = 4;

  private final FeedClients clients;
  private final TopicPartition feed;
  private long next;
  private volatile String fault = "";

  FeedFetch(FeedClients clients, String topic) {
    super("picture-fetch", AHEAD);
    this.clients = clients;
    this.feed = new TopicPartition(topic, 0);
  }

  /** Why the feed cannot be read at the moment; empty when it can. */
  String fault() {
    return fault;
  }

  @Override
  void work() throws InterruptedException {
    while (!isStopping()) {
      try (Consumer<ByteBuffer, ByteBuffer> consumer = clients.tail("picture")) {
        follow(consumer);
      } catch (RuntimeException failure) {
        fault = failure.toString();
        log.warn("The feed cannot be read, will be tried again: {}", fault);
        Thread.sleep(RETRY_AFTER);
      }
    }
  }

  private void follow(Consumer<ByteBuffer, ByteBuffer> consumer) throws InterruptedException {
    consumer.assign(List.of(feed));
    consumer.seek(feed, next);
    long end = consumer.endOffsets(List.of(feed)).getOrDefault(feed, 0L);
    while (!isStopping()) {
      ConsumerRecords<ByteBuffer, ByteBuffer> polled = consumer.poll(PATIENCE);
      long lag = consumer.currentLag(feed).orElse(0);
      // behind the last record there may be markers, and at the end nothing but the news of it
      long position = consumer.position(feed);
      hand(new Portion<>(read(polled, lag), position, lag, end));
      next = position;
      fault = "";
    }
  }

  private static List<FeedRecord> read(ConsumerRecords<ByteBuffer, ByteBuffer> polled, long lag) {
    List<FeedRecord> records = new ArrayList<>(polled.count());
    for (ConsumerRecord<ByteBuffer, ByteBuffer> record : polled) {
      records.add(Portion.isFar(lag) ? FeedRecord.withoutHeaders(record) : FeedRecord.of(record));
    }
    return records;
  }
}
