package dev.kanmin.trademissions.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Cell;
import dev.kanmin.events.inbox.CardCopy;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.GoldenEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mission shows of an activity stands on the cards that oda-linkage promises to publish. */
class ActivityContractTest {
  private static final GoldenEvents ODA_LINKAGE =
      new GoldenEvents(Path.of("..", "oda-linkage", "contract", "events"), Json.events());
  private static final Cell SHOWN = Cell.of("VN", "endoscopy");

  static List<String> events() {
    return ODA_LINKAGE.names().stream()
        .filter(name -> !name.startsWith("need-") && !name.startsWith("linkage-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_of_an_activity_carries_its_card(String name) {
    assertThat(view(name).iatiIdentifier()).isPresent();
  }

  @Test
  void everything_that_is_shown_is_where_we_look_for_it() {
    assertThat(view("activity-imported.v1.full"))
        .satisfies(
            activity -> {
              assertThat(activity.title()).containsKey("ja");
              assertThat(activity.status()).isEqualTo("implementation");
              assertThat(activity.scheme()).contains("grant-aid");
              assertThat(activity.step()).contains("tender");
              assertThat(activity.cells()).containsExactly(SHOWN);
            });
  }

  private static ActivityView view(String name) {
    Optional<Card> card = ODA_LINKAGE.read(name, EventData.OnlyCard.class).card();
    return ActivityView.of(
        new CardCopy("act_1", "/oda-linkage", 1, Instant.EPOCH, card.orElseThrow()),
        List.of(SHOWN, Cell.of("TH", "endoscopy")));
  }
}
