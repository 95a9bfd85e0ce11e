package dev.kanmin.directory.counterpart;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import java.util.List;
import java.util.Optional;

/** What everybody may see of a counterpart: a party, never a person. */
final class CounterpartCard {
  private CounterpartCard() {}

  static Optional<Card> of(Counterpart counterpart) {
    return counterpart.profile().map(profile -> card(counterpart, profile));
  }

  private static Card card(Counterpart counterpart, CounterpartProfile profile) {
    CardMaker card =
        new CardMaker("counterpart", counterpart.state())
            .title(profile.names())
            .facet("counterpart-kinds", profile.kind().code())
            .sample(profile.sample());
    profile
        .office()
        .ifPresentOrElse(
            it -> card.responsible(counterpart.owner(), it.code(), it.name(), "owner"),
            () -> card.responsible(counterpart.owner(), "owner"));
    counterpart.into().ifPresent(survivor -> card.link("merged-into", survivor));
    if (counterpart.state() == CounterpartState.ACTIVE) {
      card.countries(List.of(profile.country()));
    }
    return card.make();
  }
}
