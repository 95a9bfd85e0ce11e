package dev.kanmin.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.gateway.feed.CopySteps.Step;
import dev.kanmin.gateway.feed.FeedWriterStatus.Role;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.KafkaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On a real broker: the feed has every event once and in order, whatever happens to its writers.
 */
class FeedCopyTest {
  private static final long ENOUGH = 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final KafkaFixture kafka = KafkaFixture.shared();
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final FeedTopics topics = new FeedTopics("feed-" + run, List.of("a-" + run, "b-" + run));
  private final FeedClients clients = new FeedClients(kafka.bootstrap(), "test-" + run);
  private final KafkaProducer<String, byte[]> producer = kafka.producer();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final FeedWriterLog log = new FeedWriterLog(new SimpleMeterRegistry());

  @BeforeEach
  void createTopics() {
    kafka.withTopics(
        new TopicSpec(topics.feed(), 1),
        new TopicSpec(topics.sources().get(0), 3),
        new TopicSpec(topics.sources().get(1), 3));
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
    producer.close();
  }

  @Test
  void a_record_is_copied_with_its_bytes_and_headers_and_where_it_came_from() {
    publish(0, "msn_1", 1);
    copyAll(copier());

    ConsumerRecord<String, byte[]> copy = feed().getFirst();
    assertThat(copy.key()).isEqualTo("msn_1");
    assertThat(copy.value()).isEqualTo("{\"n\": 1}".getBytes(StandardCharsets.UTF_8));
    assertThat(header(copy, "ce_id")).isEqualTo("msn_1/1");
    assertThat(header(copy, "traceparent")).isEqualTo("00-trace");
    assertThat(header(copy, "feed_topic")).isEqualTo(topics.sources().get(0));
    assertThat(header(copy, "feed_offset")).isEqualTo("0");
  }

  @Test
  void a_sequence_that_is_already_in_the_feed_is_dropped_even_by_a_later_writer() {
    publish(0, "msn_1", 1, 2, 1, 2, 3);
    FeedCopier first = copier();
    copyAll(first);
    first.close();
    publish(0, "msn_1", 2, 3, 4);
    copyAll(copier());

    assertThat(sequences()).isEqualTo(Map.of("msn_1", List.of(1L, 2L, 3L, 4L)));
    assertThat(log.status().duplicates()).isEqualTo(4);
  }

  @Test
  void a_gap_is_copied_and_raises_an_alarm() {
    publish(0, "msn_1", 1, 3);
    copyAll(copier());

    assertThat(sequences()).isEqualTo(Map.of("msn_1", List.of(1L, 3L)));
    assertThat(log.status().gaps()).containsExactly("/a/msn_1/3");
  }

  @Test
  void an_unreadable_envelope_is_copied_with_a_mark_and_stops_nobody() {
    producer.send(new ProducerRecord<>(topics.sources().get(0), 0, "?", new byte[] {1, 2}));
    publish(0, "msn_1", 1);
    copyAll(copier());

    ConsumerRecord<String, byte[]> marked = feedRecord("?");
    assertThat(header(marked, "feed_unreadable")).contains("ce_specversion");
    assertThat(marked.value()).isEqualTo(new byte[] {1, 2});
    assertThat(sequences()).isEqualTo(Map.of("msn_1", List.of(1L)));
    assertThat(log.status().unreadableCount()).isEqualTo(1);
  }

  /** A reader that looks from the end, and finds all it needs, must have come past the mark. */
  @Test
  void a_mark_stands_behind_all_other_headers() {
    var record = new ProducerRecord<>(topics.sources().get(0), "msn_1", new byte[] {1});
    Map<String, String> headers = new LinkedHashMap<>(headers("/a", "msn_1", 1));
    headers.remove("ce_actor");
    headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
    producer.send(record);
    copyAll(copier());

    assertThat(feed().getFirst().headers().toArray())
        .extracting(Header::key)
        .contains("ce_sequence")
        .last()
        .isEqualTo("feed_unreadable");
  }

  /** Each header becomes objects in the memory of every reader, ten times as large. */
  @Test
  void of_hostile_headers_only_the_place_is_copied() {
    var record = new ProducerRecord<>(topics.sources().get(0), "msn_1", new byte[] {1});
    headers("/a", "msn_1", 1).forEach((name, value) -> record.headers().add(name, bytes(value)));
    for (int i = 0; i < 300; i++) {
      record.headers().add("n" + i, new byte[0]);
    }
    producer.send(record);
    publish(0, "msn_2", 1);
    copyAll(copier());

    ConsumerRecord<String, byte[]> marked = feedRecord("msn_1");
    assertThat(marked.headers().toArray())
        .extracting(Header::key)
        .containsExactly("feed_topic", "feed_partition", "feed_offset", "feed_unreadable");
    assertThat(header(marked, "feed_unreadable")).contains("headers");
    assertThat(sequences()).isEqualTo(Map.of("msn_2", List.of(1L)));
  }

  /** A copy is larger by where it came from: of the largest record there would be none. */
  @Test
  void a_record_of_the_largest_size_stops_nobody() throws Exception {
    sendTheLargest();
    publish(0, "msn_2", 1);
    copyAll(copier());

    assertThat(sequences()).isEqualTo(Map.of("msn_2", List.of(1L)));
    assertThat(feed())
        .filteredOn(copied -> copied.key() == null)
        .singleElement()
        .satisfies(marked -> assertThat(header(marked, "feed_unreadable")).contains("key"));
  }

  /** Large by its value and its key, of which neither is too large by itself for the broker. */
  private void sendTheLargest() throws InterruptedException {
    for (int length = 65_536; ; length -= 16) {
      var record =
          new ProducerRecord<>(topics.sources().get(0), "k".repeat(length), new byte[960 * 1024]);
      headers("/a", "msn_1", 1).forEach((name, value) -> record.headers().add(name, bytes(value)));
      try {
        producer.send(record).get();
        return;
      } catch (ExecutionException failure) {
        assertThat(failure).hasCauseInstanceOf(RecordTooLargeException.class);
      }
    }
  }

  @Test
  void a_writer_that_dies_at_any_step_loses_and_repeats_nothing() {
    Random random = new Random(20261123);
    long sequence = 0;
    for (Step step : List.of(Step.BEFORE_SEND, Step.BEFORE_COMMIT, Step.AFTER_COMMIT)) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i <= random.nextInt(20); i++) {
          publish(i % 2, "s" + i % 2, ++sequence);
        }
        // closing at once leaves the transaction open on the broker, as kill -9 does
        try (FeedCopier dying = copier(reached -> dieAt(step, reached))) {
          assertThatThrownBy(() -> copyAll(dying)).isInstanceOf(Death.class);
        }
      }
    }
    copyAll(copier());

    List<Long> all = sequences().values().stream().flatMap(List::stream).sorted().toList();
    assertThat(all).isEqualTo(LongStream.rangeClosed(1, sequence).boxed().toList());
    sequences().values().forEach(ofSubject -> assertThat(ofSubject).isSorted());
  }

  @Test
  void a_writer_that_was_paused_before_its_commit_finds_itself_fenced() throws Exception {
    publish(0, "msn_1", 1, 2);
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch resume = new CountDownLatch(1);
    FeedCopier paused =
        copier(
            step -> {
              if (step == Step.BEFORE_COMMIT) {
                sent.countDown();
                await(resume);
              }
            });
    var failure = new java.util.concurrent.atomic.AtomicReference<Throwable>();
    Thread thread = Thread.ofPlatform().start(() -> failure.set(failureOf(() -> copyAll(paused))));
    sent.await();

    copyAll(copier());
    publish(0, "msn_1", 3);
    resume.countDown();
    thread.join(PATIENCE);

    assertThat(failure.get()).isNotNull();
    copyAll(copier());
    assertThat(sequences()).isEqualTo(Map.of("msn_1", List.of(1L, 2L, 3L)));
  }

  @Test
  void older_parts_of_the_feed_are_read_from_any_position() {
    publish(0, "msn_1", 1, 2, 3, 4, 5);
    copyAll(copier());
    long last = feed().getLast().offset();
    try (FeedHistory history = new FeedHistory(clients, topics)) {
      var first = history.read(-1, last, 2, ENOUGH, record -> true).block(PATIENCE);
      assertThat(shown(first)).containsExactly("1", "2");
      var rest =
          history
              .read(first.end(), last, 100, ENOUGH, record -> record.sequence() != 4)
              .block(PATIENCE);
      assertThat(shown(rest)).containsExactly("3", "5");
      assertThat(rest.end()).isEqualTo(last);
    }
  }

  @Test
  void a_part_of_large_events_ends_early_and_says_where() {
    for (int i = 1; i <= 3; i++) {
      publish(0, "msn_1", i, "{\"n\": %d, \"x\": \"%s\"}".formatted(i, "x".repeat(600_000)));
    }
    copyAll(copier());
    long last = feed().getLast().offset();
    try (FeedHistory history = new FeedHistory(clients, topics)) {
      var first = history.read(-1, last, 100, ENOUGH, record -> true).block(PATIENCE);
      assertThat(shown(first)).containsExactly("1", "2");
      var rest = history.read(first.end(), last, 100, ENOUGH, record -> true).block(PATIENCE);
      assertThat(shown(rest)).containsExactly("3");
      assertThat(rest.end()).isEqualTo(last);
    }
  }

  @Test
  void of_two_writers_one_writes_and_the_other_takes_over() {
    AtomicInteger next = new AtomicInteger();
    FeedWriter first = writer();
    awaitRole(first, Role.COPYING);
    FeedWriter second = writer();
    publishMore(next, 50);
    awaitSequences(50);
    first.close();
    publishMore(next, 50);
    awaitSequences(100);

    assertThat(second.status().role()).isEqualTo(Role.COPYING);
    assertThat(first.status().role()).isEqualTo(Role.STANDBY);
    assertThat(sequences().get("msn_1")).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
  }

  @Test
  void a_topic_that_is_missing_is_told_looked_for_and_holds_up_no_other() {
    String late = "late-" + run;
    publish(0, "msn_1", 1);
    FeedTopics more =
        new FeedTopics(
            topics.feed(), List.of(late, topics.sources().get(0), topics.sources().get(1)));
    try (FeedWriter writer = new FeedWriter(clients, more, new SimpleMeterRegistry())) {
      writer.start();
      awaitSequences(1);
      publish(1, "act_1", 1);
      awaitSequences(2);

      assertThat(writer.status().missing()).containsExactly(late);
      assertThat(writer.status().role()).isEqualTo(Role.COPYING);
      assertThat(writer.status().fault()).isEmpty();

      kafka.withTopics(new TopicSpec(late, 1));
      var record = new ProducerRecord<>(late, "ned_1", new byte[] {'{', '}'});
      headers("/late", "ned_1", 1)
          .forEach((name, value) -> record.headers().add(name, bytes(value)));
      producer.send(record);
      awaitSequences(3);
      publish(0, "msn_1", 2);
      awaitSequences(4);

      assertThat(writer.status().missing()).isEmpty();
      assertThat(sequences())
          .isEqualTo(Map.of("msn_1", List.of(1L, 2L), "act_1", List.of(1L), "ned_1", List.of(1L)));
    }
  }

  @Test
  void without_any_topic_the_first_one_is_waited_for() {
    String late = "only-" + run;
    FeedTopics one = new FeedTopics(topics.feed(), List.of(late));
    try (FeedWriter writer = new FeedWriter(clients, one, new SimpleMeterRegistry())) {
      writer.start();
      Await.until("it to be told", PATIENCE, () -> writer.status().missing().contains(late));
      assertThat(writer.status().fault()).isEmpty();
      kafka.withTopics(new TopicSpec(late, 1));

      Await.until("it to be found", PATIENCE, () -> writer.status().missing().isEmpty());
    }
  }

  @Test
  void a_writer_whose_reign_fails_begins_another() {
    AtomicInteger deaths = new AtomicInteger();
    publish(0, "msn_1", 1, 2, 3);
    FeedWriter writer =
        writer(
            step -> {
              if (step == Step.BEFORE_COMMIT && deaths.getAndIncrement() < 2) {
                throw new Death();
              }
            });
    awaitSequences(3);

    assertThat(sequences()).isEqualTo(Map.of("msn_1", List.of(1L, 2L, 3L)));
    assertThat(deaths).hasValueGreaterThanOrEqualTo(3);
    assertThat(writer.status().fault()).isEmpty();
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void dieAt(Step step, Step reached) {
    if (step == reached) {
      throw new Death();
    }
  }

  private static Throwable failureOf(Runnable action) {
    try {
      action.run();
      return new AssertionError("did not fail");
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private FeedCopier copier() {
    return copier(CopySteps.UNOBSERVED);
  }

  private FeedCopier copier(CopySteps steps) {
    FeedCopier copier = new FeedCopier(clients, topics, log, steps);
    opened.add(copier);
    return copier;
  }

  private FeedWriter writer() {
    return writer(CopySteps.UNOBSERVED);
  }

  private FeedWriter writer(CopySteps steps) {
    FeedWriter writer = new FeedWriter(clients, topics, new SimpleMeterRegistry(), steps);
    opened.add(writer);
    writer.start();
    return writer;
  }

  private void awaitRole(FeedWriter writer, Role role) {
    Await.until(role.toString(), PATIENCE, () -> writer.status().role() == role);
  }

  /** Steps until the sources have been idle for several polls. */
  private static void copyAll(FeedCopier copier) {
    int idle = 0;
    while (idle < 8) {
      idle = copier.step() ? 0 : idle + 1;
    }
  }

  private void publishMore(AtomicInteger next, int count) {
    for (int i = 0; i < count; i++) {
      publish(0, "msn_1", next.incrementAndGet());
    }
  }

  private void publish(int topic, String subject, long... sequences) {
    for (long sequence : sequences) {
      publish(topic, subject, sequence, "{\"n\": %d}".formatted(sequence));
    }
    producer.flush();
  }

  private void publish(int topic, String subject, long sequence, String data) {
    var record = new ProducerRecord<>(topics.sources().get(topic), subject, bytes(data));
    headers(topic == 0 ? "/a" : "/b", subject, sequence)
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    producer.send(record);
  }

  /** What clients get to see: the numbers in the data. */
  private static List<String> shown(FeedHistory.Part part) {
    return part.events().stream()
        .map(event -> new String(event.frame(), StandardCharsets.UTF_8))
        .map(frame -> frame.replaceAll("(?s).*\"n\":\\s*(\\d+).*", "$1"))
        .toList();
  }

  private static Map<String, String> headers(String source, String subject, long sequence) {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", subject + "/" + sequence,
        "ce_source", source,
        "ce_type", "dev.kanmin.a.b.v1",
        "ce_subject", subject,
        "ce_time", "2026-11-23T00:00:00.000Z",
        "ce_sequence", Long.toString(sequence),
        "ce_chainid", "chain",
        "ce_actor", "jica/jica",
        "traceparent", "00-trace");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void awaitSequences(int count) {
    Await.until(
        count + " events in the feed",
        PATIENCE,
        () -> sequences().values().stream().mapToInt(List::size).sum() >= count);
  }

  private List<ConsumerRecord<String, byte[]>> feed() {
    return kafka.records(topics.feed());
  }

  private ConsumerRecord<String, byte[]> feedRecord(String key) {
    return feed().stream().filter(record -> key.equals(record.key())).findFirst().orElseThrow();
  }

  /** Sequences per subject, in feed order, of readable records. */
  private Map<String, List<Long>> sequences() {
    Map<String, List<Long>> sequences = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : feed()) {
      if (record.headers().lastHeader("feed_unreadable") == null) {
        sequences
            .computeIfAbsent(record.key(), key -> new ArrayList<>())
            .add(Long.valueOf(header(record, "ce_sequence")));
      }
    }
    return sequences;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
