package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.feed.FeedTopics;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.KafkaFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real broker: who hears of which records while the picture follows the feed. */
class PictureTailTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than what counts as far behind. */
  private static final int BACKLOG = 10_000;

  private final KafkaFixture kafka = KafkaFixture.shared();
  private final FeedTopics topics = new FeedTopics("feed-" + UUID.randomUUID(), List.of());
  private final KafkaProducer<String, byte[]> producer = kafka.producer();
  private final Heard heard = new Heard();
  private long published;

  /** What one listener was told. */
  private static class Heard implements PictureListener {
    final List<Long> positions = new CopyOnWriteArrayList<>();
    final AtomicInteger leaps = new AtomicInteger();

    @Override
    public void published(PictureSnapshot snapshot, List<FeedRecord> batch) {
      batch.forEach(record -> positions.add(record.position()));
    }

    @Override
    public void leapt(PictureSnapshot snapshot) {
      leaps.incrementAndGet();
    }
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void far_behind_it_leaps_and_near_the_end_it_tells_every_record() {
    kafka.withTopics(new TopicSpec(topics.feed(), 1));
    publish(BACKLOG);
    try (var tail = following(heard)) {
      Await.until("the end of the backlog", PATIENCE, tail::isReady);
      int told = heard.positions.size();
      assertThat(heard.leaps).hasPositiveValue();
      assertThat(told).isLessThan(1_000);

      publish(3);
      Await.until("the last records", PATIENCE, () -> heard.positions.size() == told + 3);
      assertThat(heard.positions)
          .containsExactlyElementsOf(
              LongStream.range(BACKLOG - told, BACKLOG + 3).boxed().toList());
    }
  }

  @Test
  void a_listener_that_fails_is_told_of_a_leap_and_costs_the_others_nothing() {
    kafka.withTopics(new TopicSpec(topics.feed(), 1));
    var failures = new AtomicInteger();
    var failing =
        new Heard() {
          @Override
          public void published(PictureSnapshot snapshot, List<FeedRecord> batch) {
            if (!batch.isEmpty() && failures.getAndIncrement() == 0) {
              throw new IllegalStateException("on purpose");
            }
            super.published(snapshot, batch);
          }
        };
    try (var tail = following(failing, heard)) {
      publish(1);
      Await.until("the first record", PATIENCE, () -> heard.positions.size() == 1);
      publish(1);
      Await.until("the second record", PATIENCE, () -> heard.positions.size() == 2);

      assertThat(heard.positions).containsExactly(0L, 1L);
      assertThat(heard.leaps).hasValue(0);
      assertThat(failing.leaps).hasValue(1);
      assertThat(failing.positions).containsExactly(1L);
      assertThat(tail.fault()).isEmpty();
    }
  }

  private PictureTail following(PictureListener... listeners) {
    var tail =
        new PictureTail(
            new FeedClients(kafka.bootstrap(), "test-" + topics.feed()),
            topics,
            new Picture(),
            List.of(listeners));
    tail.start();
    return tail;
  }

  private void publish(int records) {
    for (int i = 0; i < records; i++) {
      var record =
          new ProducerRecord<>(topics.feed(), 0, "msn_" + published, new byte[] {'{', '}'});
      Map.of(
              "ce_source", Records.MISSIONS,
              "ce_type", "dev.kanmin.trade-missions.of-a-type-not-known-here.v1",
              "ce_subject", record.key(),
              "ce_sequence", "1",
              "ce_time", "2026-11-23T00:00:00.000Z")
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record);
      published++;
    }
    producer.flush();
  }
}
