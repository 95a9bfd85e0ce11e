package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.Invariant;
import dev.kanmin.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Waits until the system has come to rest: nothing waits to be sent, copied, taken or shown. */
final class Settlement {
  private static final Duration PATIENCE = Duration.ofMinutes(Campaign.size(2, 10));
  private static final int SHOWN = 10;

  private final LocalSystem system;
  private final Broker broker;
  private final Ledger ledger;

  private Settlement(LocalSystem system, Ledger ledger) {
    this.system = system;
    this.broker = system.broker();
    this.ledger = ledger;
  }

  /**
   * Everything that was acknowledged is in the feed exactly once and in order, nothing else is, and
   * no service has anything left to send.
   *
   * @throws AssertionError with the first differences
   */
  static void of(LocalSystem system, Ledger ledger) {
    var differences = new ArrayList<>(await(system, ledger));
    differences.addAll(ledger.faults());
    differences.addAll(ledger.differences(system.broker().log(Broker.FEED)));
    assertThat(first(differences)).as("ledger and feed").isEmpty();
  }

  /** Returns what did not come to rest in time: the first that did not, or nothing. */
  static List<Difference> await(LocalSystem system, Ledger ledger) {
    try {
      new Settlement(system, ledger).await();
      return List.of();
    } catch (AssertionError late) {
      return List.of(new Difference(Invariant.BACKLOG_ENDS, String.valueOf(late.getMessage())));
    }
  }

  /** What a person can take in at once. */
  static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  private void await() {
    Await.until(
        "all services to be ready",
        PATIENCE,
        () -> Services.PROGRAMS.stream().allMatch(system::isReady));
    Await.until(
        "the outboxes to be empty",
        PATIENCE,
        () -> ServiceList.kanmin().services().stream().allMatch(this::hasSentAll));
    Await.untilAsserted(PATIENCE, this::nothingIsMissing);
    Await.until(Broker.GROUP + " to have taken all activities", PATIENCE, this::copiesAreComplete);
    Await.until("the picture to be at the end of the feed", PATIENCE, this::pictureIsComplete);
  }

  private boolean hasSentAll(Service service) {
    var relay = URI.create(system.state().process(service.name()).address() + "/internal/relay");
    return system
        .api()
        .attempt(Request.get(relay))
        .filter(answer -> answer.status() == 200)
        .filter(answer -> answer.json().required("oldestMillis").asLong() == 0)
        .isPresent();
  }

  private void nothingIsMissing() {
    var evidence = Evidence.of(broker);
    var expected = new HashSet<>(ledger.acknowledgedEvents());
    expected.addAll(evidence.published().references());
    expected.removeAll(evidence.feed().references());
    assertThat(first(List.copyOf(expected)))
        .as("acknowledged or on a topic, and not in the feed")
        .isEmpty();
  }

  private boolean copiesAreComplete() {
    try (var admin = broker.admin()) {
      var taken = Broker.committed(admin);
      return broker.ends(Broker.ACTIVITIES).entrySet().stream()
          .allMatch(end -> taken.getOrDefault(end.getKey(), 0L) >= end.getValue());
    } catch (TimeoutException e) {
      return false;
    }
  }

  private boolean pictureIsComplete() {
    var end = broker.endOfFeed();
    return system
        .api()
        .attempt(Request.get("/status").header("Accept", "application/json"))
        .filter(answer -> answer.status() == 200)
        .map(Answer::json)
        .filter(status -> status.path("picture").path("position").asLong(-1) == end - 1)
        .filter(status -> status.path("writer").path("lag").asLong(1) == 0)
        .isPresent();
  }
}
