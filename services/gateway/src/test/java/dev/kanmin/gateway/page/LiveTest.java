package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.page.LiveHandler.LiveChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

class LiveTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SampleFacts facts = new SampleFacts();
  private final LiveHandler live = new LiveHandler(facts, Duration.ofMillis(5));

  @Test
  void a_client_that_was_away_is_told_at_once_what_it_missed() {
    assertThat(changes(0).blockFirst(PATIENCE).cells()).containsExactly("VN-endoscopy");
  }

  @Test
  void only_what_changes_later_is_told() {
    var known = facts.picture().position();
    assertThat(changes(known).take(Duration.ofMillis(100)).collectList().block()).isEmpty();

    facts.mission(2, "mission-opened", "open");

    assertThat(changes(known).blockFirst(PATIENCE))
        .isEqualTo(new LiveChange(known + 1, List.of("VN-endoscopy")));
    assertThat(changes(known + 1).take(Duration.ofMillis(100)).collectList().block()).isEmpty();
  }

  private Flux<LiveChange> changes(long after) {
    return live.events(after).mapNotNull(ServerSentEvent::data);
  }
}
