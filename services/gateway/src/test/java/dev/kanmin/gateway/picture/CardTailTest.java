package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Card.Last;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** However the state before is found, it is the one that the card tells. */
class CardTailTest {
  private static final String EVENT = "mission-opened";

  @Property(tries = 500)
  void the_end_of_the_bytes_says_what_the_card_says(
      @ForAll @StringLength(max = 12) @Chars({'a', '-', '"', '\\', '\n', 'é', '{', '}'})
          String from,
      @ForAll boolean hasFrom) {
    Last last =
        new Last(
            EVENT,
            Instant.parse("2026-11-23T00:00:00Z"),
            "jica",
            hasFrom ? Optional.of(from) : Optional.empty());

    assertThat(from(Cards.data(Cards.mission("open"), last))).isEqualTo(hasFrom ? from : "");
  }

  @Test
  void a_card_that_is_not_at_the_end_is_read_as_ever() {
    String card =
        Cards.data(Cards.mission("open"), Cards.last(EVENT, Records.at(0), "announced"))
            .replace("{\"fact\":1,", "{");

    assertThat(from(card.substring(0, card.length() - 1) + ",\"z\":{\"y\":{\"x\":1}}}"))
        .isEqualTo("announced");
    assertThat(from(card.replace("\"last\":{", "\"last\": {"))).isEqualTo("announced");
    assertThat(from(card + "  ")).isEqualTo("announced");
  }

  @Test
  void without_a_card_or_with_one_that_cannot_be_read_nothing_is_told() {
    assertThat(from("{}")).isEmpty();
    assertThat(from("{\"card\":")).isEmpty();
    assertThat(from("")).isEmpty();
  }

  private static String from(String data) {
    return CardTail.trailEvent(Records.record(0, Records.MISSIONS, "msn_1", 1, EVENT, data))
        .orElseThrow()
        .from();
  }
}
