package dev.kanmin.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.feed.CopySteps.Step;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.infrastructure.faults.FaultLine.Finding;
import dev.kanmin.infrastructure.faults.Invariant;
import dev.kanmin.testkit.KafkaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One feed on which writer after writer dies, while two services publish, some of it twice. A
 * writer that has copied everything before its time came is judged.
 */
final class FeedCampaign implements AutoCloseable {
  private static final int SUBJECTS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> SOURCES = List.of("/a", "/b");

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final FeedTopics topics = new FeedTopics("feed-" + run, List.of("a-" + run, "b-" + run));
  private final FeedClients clients;
  private final KafkaProducer<String, byte[]> producer;
  private final Queue<Exception> unpublished = new ConcurrentLinkedQueue<>();
  private final Consumer<ByteBuffer, ByteBuffer> reader;
  private final Random random;
  private final Map<String, Long> published = new HashMap<>();
  private final Map<String, List<FeedRecord>> feed = new HashMap<>();
  private final Map<Step, Integer> tolls = new EnumMap<>(Step.class);
  private final List<String> violations = new ArrayList<>();
  private int judgements;

  /** The writer has died at the step that was planned. */
  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  FeedCampaign(KafkaFixture kafka, Random random) {
    this.random = random;
    kafka.withTopics(
        new TopicSpec(topics.feed(), 1),
        new TopicSpec(topics.sources().get(0), 3),
        new TopicSpec(topics.sources().get(1), 3));
    clients = new FeedClients(kafka.bootstrap(), "crash-" + run);
    producer = kafka.producer();
    reader = clients.feed("crash-judge");
    TopicPartition partition = new TopicPartition(topics.feed(), 0);
    reader.assign(List.of(partition));
    reader.seekToBeginning(List.of(partition));
  }

  /** Ends early when an invariant does not hold. */
  void run(int crashes) {
    for (int crash = 0; crash < crashes && violations.isEmpty(); crash++) {
      publish();
      live(
          new CopySteps() {
            private final Step fatal = Step.values()[random.nextInt(Step.values().length)];
            private int left = fatal.compareTo(Step.FOLDED) <= 0 ? 1 : 1 + random.nextInt(4);

            @Override
            public void reached(Step step) {
              if (step == fatal && --left == 0) {
                tolls.merge(step, 1, Integer::sum);
                throw new Death();
              }
            }
          });
    }
    try (FeedCopier last = copier(CopySteps.UNOBSERVED)) {
      copyAll(last);
      judge();
    }
  }

  private void live(CopySteps untilDeath) {
    // closing at once leaves the transaction open on the broker, as kill -9 does
    try (FeedCopier copier = copier(untilDeath)) {
      while (violations.isEmpty()) {
        copyAll(copier);
        judge();
        publish();
      }
    } catch (Death planned) {
      // the next writer takes over
    }
  }

  private FeedCopier copier(CopySteps steps) {
    return new FeedCopier(clients, topics, new FeedWriterLog(new SimpleMeterRegistry()), steps);
  }

  /** Until as many records are in the feed as there are events, or nothing comes any more. */
  private void copyAll(FeedCopier copier) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (copier.step() || (!isComplete() && System.nanoTime() < deadline)) {
      // on to the next transaction
    }
  }

  private boolean isComplete() {
    readFeed();
    return feed.values().stream().mapToLong(List::size).sum()
        >= published.values().stream().mapToLong(Long::longValue).sum();
  }

  private void readFeed() {
    for (ConsumerRecord<ByteBuffer, ByteBuffer> record : reader.poll(Duration.ofMillis(20))) {
      FeedRecord read = FeedRecord.of(record);
      feed.computeIfAbsent(read.source() + "/" + read.subject(), subject -> new ArrayList<>())
          .add(read);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // flushed at the end
  private void publish() {
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      int source = random.nextInt(SOURCES.size());
      String subject = "s" + random.nextInt(SUBJECTS);
      String reference = SOURCES.get(source) + "/" + subject;
      long sequence = published.merge(reference, 1L, Long::sum);
      send(source, subject, sequence);
      if (random.nextInt(5) == 0) {
        LongStream.rangeClosed(Math.max(1, sequence - random.nextInt(3)), sequence)
            .forEach(again -> send(source, subject, again));
      }
    }
    producer.flush();
    assertThat(unpublished).as("what the services could not publish").isEmpty();
  }

  private void send(int source, String subject, long sequence) {
    var record = new ProducerRecord<>(topics.sources().get(source), subject, bytes(data(sequence)));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", subject + "/" + sequence,
            "ce_source", SOURCES.get(source),
            "ce_type", "dev.kanmin.a.b.v1",
            "ce_subject", subject,
            "ce_time", "2026-11-23T00:00:00.000Z",
            "ce_sequence", Long.toString(sequence),
            "ce_chainid", "chain",
            "ce_actor", "jica/jica")
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    producer.send(
        record,
        (_, failure) -> {
          if (failure != null) {
            unpublished.add(failure);
          }
        });
  }

  private static String data(long sequence) {
    return "{\"n\": " + sequence + "}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void judge() {
    judgements++;
    isComplete();
    feed.keySet().stream()
        .filter(subject -> !published.containsKey(subject))
        .forEach(subject -> violations.add("nobody published on " + subject));
    published.forEach(
        (subject, last) -> {
          List<FeedRecord> records = feed.getOrDefault(subject, List.of());
          List<Long> sequences = records.stream().map(FeedRecord::sequence).toList();
          if (!sequences.equals(LongStream.rangeClosed(1, last).boxed().toList())) {
            violations.add(subject + " was published to " + last + ", the feed has " + sequences);
          }
          records.stream()
              .filter(record -> !text(record.data()).equals(data(record.sequence())))
              .forEach(record -> violations.add(subject + " says " + text(record.data())));
        });
  }

  private static String text(ByteBuffer data) {
    return StandardCharsets.UTF_8.decode(data).toString();
  }

  /** In words; empty when the feed is the log without copies, in order. */
  List<String> violations() {
    return violations;
  }

  List<Finding> findings() {
    long events = published.values().stream().mapToLong(Long::longValue).sum();
    return List.of(
        new Finding(
            Invariant.IN_ORDER,
            violations.size(),
            "%d events of %d subjects, each once in the feed".formatted(events, published.size())));
  }

  Map<Step, Integer> tolls() {
    return tolls;
  }

  int judgements() {
    return judgements;
  }

  @Override
  public void close() {
    reader.close();
    producer.close();
  }
}
