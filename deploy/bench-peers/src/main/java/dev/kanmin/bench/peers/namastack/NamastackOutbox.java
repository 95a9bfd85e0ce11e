package dev.kanmin.bench.peers.namastack;

import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import dev.kanmin.bench.contest.Stopwatch;
import dev.kanmin.bench.relay.StoredEvents;
import dev.kanmin.bench.relay.TopicTail;
import io.namastack.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * namastack-outbox relaying as many records, one per key. They are scheduled in one transaction, so
 * that all become visible at one moment; what counts is the time from the first record on the topic
 * to the last one marked as completed.
 */
public final class NamastackOutbox implements Contestant {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final ConfigurableApplicationContext service;
  private final Outbox outbox;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final TopicTail topic;
  private final int events;

  private NamastackOutbox(Settings settings) {
    this.service = NamastackService.start(settings);
    this.outbox = service.getBean(Outbox.class);
    this.jdbc = service.getBean(JdbcTemplate.class);
    this.transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    this.topic = new TopicTail(settings.text("kafka"), settings.text("topic"));
    this.events = settings.number("events");
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, NamastackOutbox::new);
  }

  @Override
  public Sample round() {
    jdbc.execute("truncate table outbox_record");
    topic.mark();
    var ids = IntStream.range(0, events).mapToObj(number -> "obx_" + UUID.randomUUID()).toList();
    schedule(ids);
    var watch = Stopwatch.start();
    await("the records on the topic", () -> topic.arrived() >= events);
    await("the last completion", () -> open() == 0);
    double end = System.currentTimeMillis();
    var spent = watch.rate(events);
    var findings = topic.check(ids);
    double seconds = (end - findings.firstMillis()) / 1e3;
    return Sample.of(events / seconds, events, spent.cpuMicros())
        .with(Map.of("repeated", (double) findings.repeated()))
        .checked(findings.fault());
  }

  private void schedule(List<String> ids) {
    transaction.executeWithoutResult(
        status -> ids.forEach(id -> outbox.schedule(new Happened(id, StoredEvents.text()), id)));
  }

  private long open() {
    var open =
        jdbc.queryForObject(
            "select count(*) from outbox_record where status <> 'COMPLETED'", Long.class);
    return open == null ? 0 : open;
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited %s for %s".formatted(PATIENCE, what));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    topic.close();
    service.close();
  }
}
