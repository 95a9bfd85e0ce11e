package dev.kanmin.events.aggregates;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.infrastructure.faults.Invariant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * Mistakes that a relay or a write must not make. Each stands between the real code and store or
 * broker, so that the outside sees what wrong code would do, however the code is made inside.
 */
enum Defect {
  /** Events leave the outbox before the broker has them: a crash in between loses them. */
  REMOVAL_BEFORE_ACKNOWLEDGEMENT(RemovalFirst::new, Invariant.NOTHING_LOST),
  /** Of the events that wait, the newest goes first: readers take the older ones for copies. */
  TAIL_FIRST(TailFirst::new, Invariant.IN_ORDER),
  /** A command replaces the document as it was read: what the relay removed meanwhile is back. */
  REPLACE_INSTEAD_OF_UPDATE(Replacing::new, Invariant.DUPLICATES_BOUNDED);

  private final Supplier<MortalTallies.Build> build;
  private final Invariant breaks;

  Defect(Supplier<MortalTallies.Build> build, Invariant breaks) {
    this.build = build;
    this.breaks = breaks;
  }

  Supplier<MortalTallies.Build> build() {
    return build;
  }

  /** What does not hold with it. */
  Invariant breaks() {
    return breaks;
  }

  /** Tells the relay that the broker has what in truth still waits here. */
  private abstract static class Pretending implements MortalTallies.Build {
    private static final long BROKER_MILLIS = 10;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Map<String, Deque<ProducerRecord<byte[], byte[]>>> kept =
        new ConcurrentHashMap<>();
    private Producer<byte[], byte[]> broker;

    @Override
    public Producer<byte[], byte[]> broker(Producer<byte[], byte[]> real) {
      broker = real;
      return Life.producer(
          Life.Proxies.of(
              Producer.class,
              (method, arguments) ->
                  method.getName().equals("send")
                      ? keep(Life.Proxies.record(arguments), (Callback) arguments[1])
                      : Life.Proxies.invoke(method, real, arguments)));
    }

    private CompletableFuture<RecordMetadata> keep(
        ProducerRecord<byte[], byte[]> record, Callback callback) {
      String subject = new String(record.key(), StandardCharsets.UTF_8);
      kept.computeIfAbsent(subject, id -> new ArrayDeque<>()).addLast(record);
      var pretended = new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0);
      CompletableFuture.delayedExecutor(BROKER_MILLIS, TimeUnit.MILLISECONDS)
          .execute(() -> callback.onCompletion(pretended, null));
      return CompletableFuture.completedFuture(pretended);
    }

    Deque<ProducerRecord<byte[], byte[]>> taken(String subject) {
      Deque<ProducerRecord<byte[], byte[]>> records = kept.remove(subject);
      return records == null ? new ArrayDeque<>() : records;
    }

    void send(ProducerRecord<byte[], byte[]> record) {
      try {
        broker.send(record, (metadata, failure) -> {}).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException | KafkaException dead) {
        // the process died over it
      }
    }
  }

  private static final class RemovalFirst extends Pretending {
    @Override
    public void reached(RelaySteps.Step step, String id, long sequence) {
      if (step == RelaySteps.Step.AFTER_REMOVAL) {
        taken(id).forEach(this::send);
      }
    }
  }

  private static final class TailFirst extends Pretending {
    @Override
    public void reached(RelaySteps.Step step, String id, long sequence) {
      if (step == RelaySteps.Step.BEFORE_REMOVAL) {
        taken(id).descendingIterator().forEachRemaining(this::send);
      }
    }
  }

  private static final class Replacing implements MortalTallies.Build {
    @Override
    public MongoCollection<Document> store(MongoCollection<Document> store) {
      return ReplacingStore.of(store);
    }
  }
}
