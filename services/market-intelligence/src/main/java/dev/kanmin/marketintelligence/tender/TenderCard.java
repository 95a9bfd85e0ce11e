package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.HsCode;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import java.util.Optional;

/** What everybody may see of a tender: who sells to whom is never on it. */
final class TenderCard {
  private static final int SIX_DIGITS = 6;

  private TenderCard() {}

  static Optional<Card> of(Tender tender) {
    return tender.facts().map(TenderCard::card);
  }

  private static Card card(TenderFacts facts) {
    CardMaker card =
        new CardMaker(TenderLifeCycle.KIND, facts.state())
            .title(facts.title())
            .countries(facts.country().stream().toList())
            .fields(facts.fields().stream().map(FieldMapping::field).toList())
            .responsible(facts.owner(), TenderLifeCycle.OWNER)
            .facet(
                CodeLists.FIELD_MAPPING_STATES,
                facts.fields().stream().map(it -> it.state().code()).toList())
            .facet(CodeLists.HS_MEDICAL, goods(facts))
            .sample(facts.sample());
    facts
        .closes()
        .ifPresent(it -> card.date(it.due(isOver(facts) ? "tender-closed" : "tender-closes")));
    facts.value().ifPresent(it -> card.money("tender-value", it));
    facts.ocid().ifPresent(it -> card.link("ocid", it));
    if (facts.ocid().isEmpty()) {
      facts.reference().ifPresent(it -> card.link("reference", facts.origin().code() + ":" + it));
    }
    return card.make();
  }

  /** An end that was called off is not expected any more, and did not come about either. */
  private static boolean isOver(TenderFacts facts) {
    return facts.state().isEnded();
  }

  private static java.util.List<String> goods(TenderFacts facts) {
    return facts.items().stream()
        .filter(item -> item.scheme().map(it -> it.equalsIgnoreCase("HS")).orElse(false))
        .flatMap(item -> item.code().stream())
        .map(code -> code.replace(".", ""))
        .map(code -> code.substring(0, Math.min(SIX_DIGITS, code.length())))
        .flatMap(code -> HsCode.find(code).stream())
        .map(HsCode::code)
        .filter(CodeLists.list(CodeLists.HS_MEDICAL)::has)
        .toList();
  }
}
