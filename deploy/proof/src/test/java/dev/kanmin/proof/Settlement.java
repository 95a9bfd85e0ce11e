package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Waits until the system has come to rest, and then judges what it holds. */
final class Settlement {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHOWN = 10;

  private final LocalSystem system;

  private Settlement(LocalSystem system) {
    this.system = system;
  }

  /**
   * Everything that was acknowledged is in the feed exactly once and in order, nothing else is, and
   * no service has anything left to send. Returns the feed.
   */
  static FeedLog of(LocalSystem system, Ledger ledger) {
    return new Settlement(system).judge(ledger);
  }

  private FeedLog judge(Ledger ledger) {
    Await.until("all services to be ready", PATIENCE, this::allReady);
    Await.until("the outboxes to be empty", PATIENCE, this::backlogIsZero);
    Await.untilAsserted(PATIENCE, () -> nothingIsMissing(ledger));
    var feed = FeedLog.read(system);
    assertThat(first(ledger.differences(feed))).as("ledger and feed").isEmpty();
    assertThat(feed.references()).as("events in the feed, each once").hasSize(feed.events().size());
    return feed;
  }

  private boolean allReady() {
    return LocalSystem.SERVICES.stream().allMatch(system::isReady);
  }

  private boolean backlogIsZero() {
    return List.of("trade-missions", "oda-linkage").stream().allMatch(this::hasSentAll);
  }

  private boolean hasSentAll(String service) {
    var relay = URI.create(system.state().process(service).address() + "/internal/relay");
    return system
        .api()
        .attempt(Request.get(relay))
        .filter(answer -> answer.status() == 200)
        .filter(answer -> answer.json().required("oldestMillis").asLong() == 0)
        .isPresent();
  }

  private void nothingIsMissing(Ledger ledger) {
    var present = FeedLog.read(system).references();
    var missing =
        ledger.acknowledgedEvents().stream().filter(event -> !present.contains(event)).toList();
    assertThat(first(missing)).as("acknowledged and not in the feed").isEmpty();
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }
}
