package dev.kanmin.gateway.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code kanmin.feed} whenever this node owns the feed's one partition in a consumer group.
 *
 * <p>The group only decides who <em>should</em> write. That two writers never both do rests on the
 * transactional id (see {@link FeedClients#transactions()}); that nothing is lost or repeated rests
 * on {@link CopyState}, which comes from the feed itself.
 */
public final class FeedWriter implements AutoCloseable {
  private static final Duration STANDBY_WAIT = Duration.ofMillis(200);
  private static final long RETRY_AFTER_MILLIS = 500;
  private static final long CLOSING_SECONDS = 10;

  private final FeedClients clients;
  private final FeedTopics topics;
  private final FeedWriterLog log;
  private final CopySteps steps;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  // these two belong to the writer's thread
  private boolean owner;
  private @Nullable FeedCopier copier;

  public FeedWriter(FeedClients clients, FeedTopics topics, MeterRegistry meters) {
    this(clients, topics, meters, CopySteps.UNOBSERVED);
  }

  FeedWriter(FeedClients clients, FeedTopics topics, MeterRegistry meters, CopySteps steps) {
    this.clients = clients;
    this.topics = topics;
    this.log = new FeedWriterLog(meters);
    this.steps = steps;
    this.thread = Thread.ofPlatform().name("feed-writer").daemon().unstarted(this::run);
  }

  /** Joins the group; returns at once. */
  public void start() {
    thread.start();
  }

  public FeedWriterStatus status() {
    return log.status();
  }

  private void run() {
    while (!isStopping()) {
      try (Consumer<byte[], byte[]> membership = clients.membership()) {
        membership.subscribe(List.of(topics.feed()), new Ownership(membership));
        serve(membership);
      } catch (RuntimeException failure) {
        log.failed(failure);
      } finally {
        abdicate();
      }
      pause();
    }
  }

  /** Follows the group until something fails or the writer is to stop. */
  private void serve(Consumer<byte[], byte[]> membership) {
    while (!isStopping()) {
      membership.poll(owner ? Duration.ZERO : STANDBY_WAIT);
      if (!owner) {
        continue;
      }
      FeedCopier current = copier;
      if (current == null) {
        log.recovering();
        current = new FeedCopier(clients, topics, log, steps);
        copier = current;
      }
      boolean ignored = current.step();
    }
  }

  private void abdicate() {
    owner = false;
    FeedCopier current = copier;
    copier = null;
    if (current != null) {
      current.close();
    }
    log.standby();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause() {
    try {
      boolean ignored = stopping.await(RETRY_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    if (!thread.isAlive()) {
      // a node that only reads has never started it
      return;
    }
    try {
      thread.join(Duration.ofSeconds(CLOSING_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called by {@code poll} on the writer's thread, between two transactions. */
  private final class Ownership implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> membership;

    Ownership(Consumer<byte[], byte[]> membership) {
      this.membership = membership;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      membership.pause(partitions);
      owner |= !partitions.isEmpty();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (!partitions.isEmpty()) {
        abdicate();
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      onPartitionsRevoked(partitions);
    }
  }
}
