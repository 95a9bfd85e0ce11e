package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.infrastructure.Topics;
import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.testkit.Await;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that cannot be read, between good ones: they are put aside, and nothing else is. */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(110)
final class PoisonTest {
  private static final int RECORDS = Campaign.size(1_000, 100_000);
  private static final int OUTAGES = Campaign.size(1, 100);
  private static final int RECORDS_OF_AN_OUTAGE = 5;
  private static final int PARTITIONS = 3;
  private static final int COMMANDS_PER_SECOND = 20;
  private static final int OFFICERS = 6;
  private static final int ANSWERS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void poison_is_put_aside_and_nothing_else_is(LocalSystem system) {
    try (var run =
        FaultRun.begin(
            system, "poison on the topics, %d kinds".formatted(Poison.Kind.values().length))) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      traffic.awaitAnswers(ANSWERS, "before the poison");
      var poison = new Poison(run.seed().random("poison"));
      run.expectDeadLetters(inject(run, system.broker(), poison, RECORDS));
      traffic.awaitAnswers(ANSWERS, "after the poison");
      run.settle(traffic.stop());
    }
  }

  @Test
  void poison_waits_while_the_dead_letter_topic_is_away(LocalSystem system) {
    var broker = system.broker();
    try (var run = FaultRun.begin(system, "poison while the dead-letter topic is away")) {
      var poison = new Poison(run.seed().random("poison"));
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      for (int outage = 0; outage < OUTAGES; outage++) {
        traffic.awaitAnswers(ANSWERS, "before outage " + outage);
        delete(broker);
        var keys = inject(run, broker, poison, RECORDS_OF_AN_OUTAGE);
        traffic.awaitAnswers(ANSWERS, "while poison cannot be put aside");
        assertThat(isTaken(broker)).as("poison is not skipped").isFalse();
        Topics.create(broker.bootstrap(), List.of(new TopicSpec(Broker.DEAD_LETTERS, PARTITIONS)));
        run.expectDeadLetters(keys);
        Await.until("the poison to be put aside", PATIENCE, () -> isTaken(broker));
        assertThat(broker.records(Broker.DEAD_LETTERS, Map.of()))
            .as("dead letters of outage %d, earlier ones went with their topic", outage)
            .extracting(Poison::keyOf)
            .containsExactlyInAnyOrderElementsOf(keys);
      }
      run.settle(traffic.stop());
    }
  }

  /** Returns the keys that are to be put aside. */
  private static Set<String> inject(FaultRun run, Broker broker, Poison poison, int records) {
    var expected = new HashSet<String>();
    try (var producer = broker.producer()) {
      for (int number = 0; number < records; number++) {
        var kind = poison.nextKind();
        var key = poison.newKey(kind);
        var topic = topic(poison);
        var sent = producer.send(poison.record(topic, poison.oneOf(PARTITIONS), key, kind));
        if (topic.equals(Broker.ACTIVITIES) && kind.isDeadLetter()) {
          expected.add(key);
        }
        if (number == records - 1) {
          producer.flush();
          sent.get();
        }
      }
    } catch (ExecutionException e) {
      throw new AssertionError("poison could not be sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    run.injected(records, 0);
    return expected;
  }

  /** Of the missions' topic only the feed takes notice, which puts nothing aside. */
  private static String topic(Poison poison) {
    return poison.oneOf(5) == 0 ? Broker.MISSIONS : Broker.ACTIVITIES;
  }

  private static boolean isTaken(Broker broker) {
    try (var admin = broker.admin()) {
      var taken = Broker.committed(admin);
      return broker.ends(Broker.ACTIVITIES).entrySet().stream()
          .allMatch(end -> taken.getOrDefault(end.getKey(), 0L) >= end.getValue());
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static void delete(Broker broker) {
    try (var admin = broker.admin()) {
      admin.deleteTopics(List.of(Broker.DEAD_LETTERS)).all().get(30, TimeUnit.SECONDS);
      Await.until(
          "the dead-letter topic to be gone",
          PATIENCE,
          () ->
              !admin
                  .listTopics()
                  .names()
                  .toCompletionStage()
                  .toCompletableFuture()
                  .join()
                  .contains(Broker.DEAD_LETTERS));
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the dead-letter topic could not be deleted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
