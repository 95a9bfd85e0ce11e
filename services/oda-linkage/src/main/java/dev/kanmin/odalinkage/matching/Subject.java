package dev.kanmin.odalinkage.matching;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.events.wire.Card;
import dev.kanmin.odalinkage.match.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A need, an activity or a tender as its card tells of it, and as the matcher takes it. All three
 * have cards of one shape, so that a tender of another service needs no code of its own.
 *
 * @param target for the matcher
 * @param card as every partner agency sees it
 */
record Subject(Target target, Card card) {
  static Subject need(String id, Card card) {
    return new Subject(new Target.OfNeed(id, wanted(card)), card);
  }

  static Subject activity(String id, Card card) {
    return new Subject(
        new Target.OfActivity(id, wanted(card), link(card, "iati").orElse("")), card);
  }

  static Subject tender(String id, Card card) {
    return new Subject(new Target.OfTender(id, wanted(card), link(card, "ocid")), card);
  }

  /** Who answers for it: the first on its card. */
  Optional<AgencyCode> owner() {
    return card.responsible().stream().map(it -> AgencyCode.of(it.agency())).findFirst();
  }

  Optional<String> iatiIdentifier() {
    return switch (target) {
      case Target.OfActivity(_, _, var iati) -> Optional.of(iati);
      case Target.OfNeed _, Target.OfTender _ -> Optional.empty();
    };
  }

  Optional<String> ocid() {
    return switch (target) {
      case Target.OfTender(_, _, var ocid) -> ocid;
      case Target.OfNeed _, Target.OfActivity _ -> Optional.empty();
    };
  }

  /** Whether it is over, and nothing can be offered to it any more. */
  boolean ended() {
    return CodeLists.find(card.kind() + "-states")
        .flatMap(states -> states.find(card.state()))
        .filter(state -> state.flag("ended"))
        .isPresent();
  }

  private static Target.Wanted wanted(Card card) {
    return new Target.Wanted(
        card.countries().stream().flatMap(it -> CountryCode.find(it.code()).stream()).toList(),
        card.fields().stream().flatMap(it -> Field.find(it.code()).stream()).toList(),
        codes(card, CodeLists.HS_MEDICAL, HsCode::find),
        codes(card, CodeLists.CRS, CrsCode::find));
  }

  private static <T> List<T> codes(Card card, String list, Function<String, Optional<T>> read) {
    return card.facets().getOrDefault(list, List.of()).stream()
        .flatMap(code -> read.apply(code).stream())
        .toList();
  }

  private static Optional<String> link(Card card, String rel) {
    return card.links().stream()
        .filter(link -> link.rel().equals(rel))
        .map(Card.Link::to)
        .findFirst();
  }
}
