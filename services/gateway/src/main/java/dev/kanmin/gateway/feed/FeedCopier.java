package dev.kanmin.gateway.feed;

import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.UnreadableEvent;
import dev.kanmin.gateway.feed.CopySteps.Step;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One reign of a writer: fences the predecessor, folds the feed to its end, then copies. Every
 * failure ends the reign; the next one starts from what the feed says, so no state outlives a
 * transaction that was not committed.
 */
final class FeedCopier implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(50);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** At most so often does a transaction begin: one costs the broker as much as many events do. */
  private static final long PACE_NANOS = Duration.ofMillis(10).toNanos();

  /** So many events are a backlog, which is copied as fast as it goes. */
  private static final int BACKLOG = 500;

  private final FeedWriterLog log;
  private final CopySteps steps;
  private final CopyState state = new CopyState();
  private final CopyForm form;
  private final Producer<byte[], byte[]> producer;
  private final Consumer<ByteBuffer, ByteBuffer> feed;
  private final Consumer<byte[], byte[]> source;
  private final FeedSources sources;
  private final TopicPartition feedPartition;
  private final long end;
  private boolean folded;
  private boolean hurrying = true;
  private long begun;

  /**
   * Fences whoever wrote before, and only then looks where the feed ends: after the fence nothing
   * of the predecessor can be added.
   *
   * @throws org.apache.kafka.common.KafkaException when the broker cannot be reached
   */
  FeedCopier(FeedClients clients, FeedTopics topics, FeedWriterLog log, CopySteps steps) {
    this.form = new CopyForm(topics.feed());
    this.log = log;
    this.steps = steps;
    this.feedPartition = new TopicPartition(topics.feed(), 0);
    this.producer = clients.transactions();
    this.feed = clients.feed("feed-recovery");
    this.source = clients.reader("feed-source");
    this.sources = new FeedSources(source, topics.sources(), state, log);
    try {
      steps.reached(Step.BEFORE_FENCE);
      producer.initTransactions();
      steps.reached(Step.AFTER_FENCE);
      feed.assign(List.of(feedPartition));
      feed.seekToBeginning(List.of(feedPartition));
      end = feed.endOffsets(List.of(feedPartition)).getOrDefault(feedPartition, 0L);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /**
   * One bounded piece of work: a batch of the feed folded, or one transaction.
   *
   * @return whether there was anything to do
   */
  boolean step() {
    return folded ? copyBatch() : foldBatch();
  }

  private boolean foldBatch() {
    for (ConsumerRecord<ByteBuffer, ByteBuffer> record : feed.poll(PATIENCE)) {
      state.fold(FeedRecord.withoutHeaders(record), record.headers());
    }
    steps.reached(Step.FOLDED);
    if (feed.position(feedPartition) >= end) {
      folded = true;
      log.copying();
      sources.look();
    }
    return true;
  }

  /**
   * All that has gathered goes into one transaction. While one commits the next gathers, so that
   * batches grow with the load. An event that comes after a quiet moment does not wait.
   */
  private boolean copyBatch() {
    keepPace();
    ConsumerRecords<byte[], byte[]> records = sources.poll(PATIENCE);
    if (records.isEmpty()) {
      log.idle(lag());
      return false;
    }
    hurrying = records.count() >= BACKLOG;
    begun = System.nanoTime();
    steps.reached(Step.BEFORE_SEND);
    producer.beginTransaction();
    steps.reached(Step.AFTER_BEGIN);
    int sent = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Optional<ProducerRecord<byte[], byte[]>> copy = copy(record);
      if (copy.isPresent()) {
        send(copy.get());
        sent++;
      }
    }
    steps.reached(Step.BEFORE_COMMIT);
    producer.commitTransaction();
    steps.reached(Step.AFTER_COMMIT);
    log.copied(sent, lag());
    return true;
  }

  private void keepPace() {
    long left = PACE_NANOS - (System.nanoTime() - begun);
    if (!hurrying && left > 0) {
      LockSupport.parkNanos(left);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if any send of it failed
  private void send(ProducerRecord<byte[], byte[]> copy) {
    producer.send(copy);
  }

  private Optional<ProducerRecord<byte[], byte[]>> copy(ConsumerRecord<byte[], byte[]> record) {
    Optional<String> tooLarge = CopyForm.tooLarge(record);
    if (tooLarge.isPresent()) {
      return Optional.of(unreadable(record, tooLarge.get()));
    }
    EventEnvelope envelope;
    try {
      envelope = EventHeaders.read(record.headers());
    } catch (UnreadableEvent unreadable) {
      return Optional.of(unreadable(record, String.valueOf(unreadable.getMessage())));
    }
    return switch (state.next(envelope.source(), envelope.subject(), envelope.sequence())) {
      case COPY -> Optional.of(form.readable(record));
      case COPY_AFTER_GAP -> {
        log.gap(envelope.reference());
        yield Optional.of(form.readable(record));
      }
      case DUPLICATE -> {
        log.duplicate();
        yield Optional.empty();
      }
    };
  }

  private ProducerRecord<byte[], byte[]> unreadable(
      ConsumerRecord<byte[], byte[]> record, String reason) {
    log.unreadable(record.topic() + "-" + record.partition() + "@" + record.offset(), reason);
    return form.unreadable(record, reason);
  }

  private long lag() {
    return source.assignment().stream()
        .mapToLong(partition -> source.currentLag(partition).orElse(0))
        .sum();
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    feed.close(CloseOptions.timeout(CLOSING));
    source.close(CloseOptions.timeout(CLOSING));
  }
}
