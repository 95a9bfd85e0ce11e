package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CardTrailTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final CommandContext BY_JICA = CommandContext.of(new Actor("jica", "batch"), NOON);

  @Test
  void a_card_says_which_event_it_came_with_and_from_which_state() {
    CardTrail trail =
        CardTrail.before(Optional.of(card("draft")))
            .then(Optional.of(card("open")), event(), BY_JICA);

    assertThat(read(trail).flatMap(Card::last))
        .contains(new Card.Last("tally-opened", NOON, "jica", Optional.of("draft")));
  }

  @Test
  void of_a_subject_of_which_nothing_is_public_the_event_tells_nothing_more() {
    CardTrail trail =
        CardTrail.before(Optional.of(card("open"))).then(Optional.empty(), event(), BY_JICA);

    assertThat(new String(trail.on(bytes("{\"amount\":1}")), StandardCharsets.UTF_8))
        .isEqualTo("{\"amount\":1}");
  }

  @Test
  void what_was_told_once_need_not_be_told_again() {
    CardTrail told = CardTrail.NONE.then(Optional.of(card("open")), event(), BY_JICA);
    Document stored = new Document(CardTrail.FIELD, told.toDocument());

    assertThat(CardTrail.stored(stored, Optional.of(card("open"))).isTold(stored)).isTrue();
    assertThat(CardTrail.stored(stored, Optional.of(card("closed"))).isTold(stored)).isFalse();
    assertThat(CardTrail.stored(stored, Optional.empty()).isTold(stored)).isFalse();
  }

  @Test
  void a_card_told_again_is_still_of_the_event_that_changed_the_subject() {
    CardTrail told = CardTrail.NONE.then(Optional.of(card("open")), event(), BY_JICA);
    Document stored = new Document(CardTrail.FIELD, told.toDocument());

    assertThat(read(CardTrail.stored(stored, Optional.of(card("closed")))).flatMap(Card::last))
        .isEqualTo(told.last());
  }

  @Test
  void a_subject_from_before_there_were_cards_has_not_been_told() {
    assertThat(CardTrail.stored(new Document(), Optional.of(card("open"))).isTold(new Document()))
        .isFalse();
  }

  @Test
  void a_card_that_is_too_large_is_refused() {
    CardMaker large = new CardMaker("tally", "open");
    for (int i = 0; i < 60; i++) {
      large.link("reference", "x".repeat(400) + i);
    }
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> CardTrail.NONE.then(Optional.of(large.make()), event(), BY_JICA).fitting("tly_1"))
        .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(AggregateRules.CARD_TOO_LARGE));
  }

  private static Card card(String state) {
    return new CardMaker("tally", state).title(Map.of("en", "Sheep")).make();
  }

  private static EventEnvelope event() {
    return new EventEnvelope(
        "/tally-service",
        "dev.kanmin.tally-service.tally-opened.v1",
        "tly_1",
        1,
        NOON,
        "",
        "tly_1",
        Optional.empty(),
        "jica/batch",
        Optional.empty());
  }

  private static Optional<Card> read(CardTrail trail) {
    return EventData.card(event(), trail.on(bytes("{}")));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
