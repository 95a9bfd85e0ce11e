package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.OFFSETS_RISE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Looks again and again how far a consumer group has committed: it must never step back. */
final class OffsetWatch implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 250;

  private final Admin admin;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<TopicPartition, Long> highest = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private int looks;

  OffsetWatch(Broker broker) {
    this.admin = broker.admin();
    var _ = timer.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** How often it could look: not while the broker was away. */
  synchronized int looks() {
    return looks;
  }

  synchronized List<Difference> differences() {
    return List.copyOf(differences);
  }

  private void look() {
    try {
      take(Broker.committed(admin));
    } catch (TimeoutException e) {
      // the broker is away, which others see to
      Thread.onSpinWait();
    }
  }

  synchronized void take(Map<TopicPartition, Long> committed) {
    looks++;
    committed.forEach(
        (partition, offset) -> {
          var before = highest.getOrDefault(partition, 0L);
          if (offset < before) {
            differences.add(
                new Difference(
                    OFFSETS_RISE,
                    "%s stepped back from %d to %d".formatted(partition, before, offset)));
          }
          highest.merge(partition, offset, Math::max);
        });
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close();
  }
}
