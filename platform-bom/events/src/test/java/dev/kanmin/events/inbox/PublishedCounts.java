package dev.kanmin.events.inbox;

import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Tally;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What another service publishes: counts on some subjects, some sent twice as after a crash of its
 * relay, and now and then one that nobody can read. A subject that has become unreadable is counted
 * on for a while, then another takes its place.
 */
final class PublishedCounts {
  private static final int SLOTS = 6;
  private static final int AFTER_POISON = 4;

  private final Producer<byte[], byte[]> broker = Parts.producer();
  private final String topic;
  private final Random random;
  private final Map<Integer, String> current = new HashMap<>();
  private final Map<String, List<OptionalInt>> bySubject = new LinkedHashMap<>();

  PublishedCounts(String topic, Random random) {
    this.topic = topic;
    this.random = random;
  }

  void publish(int events) {
    for (int i = 0; i < events; i++) {
      int slot = random.nextInt(SLOTS);
      String subject = current.computeIfAbsent(slot, this::newSubject);
      List<OptionalInt> amounts = bySubject.get(subject);
      amounts.add(
          random.nextInt(25) == 0
              ? OptionalInt.empty()
              : OptionalInt.of(1 + random.nextInt(1_000)));
      send(subject, amounts.size());
      if (random.nextInt(6) == 0) {
        send(subject, amounts.size());
      }
      Optional<Long> poison = poison(subject);
      if (poison.isPresent() && amounts.size() >= poison.get() + AFTER_POISON) {
        current.remove(slot);
      }
    }
    broker.flush();
  }

  private String newSubject(int slot) {
    String subject = "count-" + slot + "-" + bySubject.size();
    bySubject.put(subject, new ArrayList<>());
    return subject;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // flushed at the end
  private void send(String subject, long sequence) {
    var envelope =
        new EventEnvelope(
            "/tally-service",
            MortalListener.TYPE,
            subject,
            sequence,
            Instant.EPOCH,
            "",
            subject,
            Optional.empty(),
            "jica/jica",
            Optional.empty());
    OptionalInt amount = bySubject.get(subject).get((int) sequence - 1);
    byte[] data =
        amount.isPresent()
            ? EventData.write(
                new Tally.Event.Counted(amount.getAsInt()), Optional.of(card(subject, sequence)))
            : bytes("{\"amount\":");
    var record = new ProducerRecord<>(topic, bytes(subject), data);
    EventHeaders.of(envelope).forEach((name, value) -> record.headers().add(name, bytes(value)));
    broker.send(record);
  }

  private Card card(String subject, long sequence) {
    int sum =
        bySubject.get(subject).stream().limit(sequence).flatMapToInt(OptionalInt::stream).sum();
    return new CardMaker(MortalListener.KIND, state(sum)).make();
  }

  /** By which a copy shows which card it is of. */
  static String state(int sum) {
    return "at-" + sum;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Map<String, List<OptionalInt>> bySubject() {
    return bySubject;
  }

  /** Sequence of a subject's first event that cannot be read. */
  Optional<Long> poison(String subject) {
    int index = bySubject.get(subject).indexOf(OptionalInt.empty());
    return index < 0 ? Optional.empty() : Optional.of(index + 1L);
  }

  void close() {
    broker.close();
  }
}
