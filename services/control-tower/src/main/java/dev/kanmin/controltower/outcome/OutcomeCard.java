package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Country;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.Money;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.CardMaker;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every partner agency may see of an outcome: its kind and place, the amount in the column in
 * which it counts, and what it arises from. The company stands on it as a link alone.
 */
final class OutcomeCard {
  private OutcomeCard() {}

  static Optional<Card> of(Outcome outcome) {
    return outcome.claim().map(claim -> card(outcome, claim));
  }

  private static Card card(Outcome outcome, Claim claim) {
    CardMaker card =
        new CardMaker(OutcomeLifeCycle.KIND, outcome.state())
            .title(title(claim))
            .countries(List.of(claim.country()))
            .fields(claim.fields())
            .responsible(outcome.owner().orElseThrow(), OutcomeLifeCycle.OWNER)
            .facet("outcome-kinds", claim.kind())
            .sample(claim.sample());
    claim.involved().forEach(agency -> card.responsible(agency, OutcomeLifeCycle.INVOLVED));
    claim.valueBand().ifPresent(band -> card.facet("value-bands", band));
    claim.on().ifPresent(day -> card.date(Due.on("came-about", day)));
    outcome
        .column()
        .flatMap(column -> claim.value().map(value -> figure(column, value, claim)))
        .ifPresent(card::figure);
    if (outcome.state() == OutcomeState.CLAIMED) {
      card.date(Due.on("confirm-by", outcome.confirmation().by()));
    }
    outcome
        .confirming()
        .flatMap(Confirming::answer)
        .filter(Confirming.Answer::confirmed)
        .flatMap(Confirming.Answer::how)
        .ifPresent(how -> card.facet("outcome-confirmations", how));
    claim.arisesFrom().forEach(id -> card.link("arises-from", id));
    card.link("company", claim.companyId());
    claim.counterpartId().ifPresent(id -> card.link("counterpart", id));
    outcome.mergedInto().ifPresent(id -> card.link("merged-into", id));
    return card.make();
  }

  /** Of a calendar year where the day is known; of a fiscal year the card cannot speak. */
  private static Figure figure(Outcome.Column column, Money value, Claim claim) {
    return new Figure(
        column.figure(),
        value.amount(),
        Optional.of(value.currency().code()),
        claim.on().map(LocalDate::getYear),
        List.of(),
        List.of());
  }

  private static Map<String, String> title(Claim claim) {
    Country country = Countries.require(claim.country());
    Map<String, String> title = new LinkedHashMap<>();
    for (Language language : Language.OF_THE_SITE) {
      title.put(
          language.tag(),
          CodeLists.list("outcome-kinds").label(claim.kind(), language)
              + " – "
              + country.name(language));
    }
    return title;
  }
}
