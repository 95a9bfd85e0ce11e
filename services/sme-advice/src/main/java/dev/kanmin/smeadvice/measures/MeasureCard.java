package dev.kanmin.smeadvice.measures;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import java.util.Optional;

/** What everybody may see of a support measure: nearly all. */
final class MeasureCard {
  private MeasureCard() {}

  static Optional<Card> of(MeasureRecord one) {
    return one.exists() ? Optional.of(card(one)) : Optional.empty();
  }

  private static Card card(MeasureRecord one) {
    Measure measure = one.measure();
    CardMaker card =
        new CardMaker("support-measure", one.state())
            .title(measure.name())
            .countries(measure.countries())
            .fields(measure.fields())
            .responsible(one.owner(), "owner")
            .facet("support-measure-kinds", measure.kind())
            .facet("support-measure-trust", measure.source().trust())
            .sample(measure.sample());
    measure.summary().ifPresent(card::summary);
    measure.ceiling().ifPresent(it -> card.money("ceiling", it));
    measure.source().url().ifPresent(it -> card.link("reference", it));
    if (one.state() == MeasureState.CURRENT) {
      measure.calls().forEach(call -> dates(call, card));
    }
    return card.make();
  }

  private static void dates(Measure.Call call, CardMaker card) {
    call.from().ifPresent(day -> card.date(Due.on("call-opens", day)));
    call.to().ifPresent(day -> card.date(Due.on("call-closes", day)));
  }
}
