package dev.kanmin.proof;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Looks again and again how far a consumer group has committed: it must never step back. */
final class OffsetWatch implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 250;

  private final Admin admin;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final RisingOffsets offsets = new RisingOffsets();
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
    return offsets.differences();
  }

  private void look() {
    try {
      var committed = Broker.committed(admin);
      synchronized (this) {
        looks++;
        offsets.take(committed);
      }
    } catch (TimeoutException _) {
      // the broker is away, which others see to
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close();
  }
}
