package dev.kanmin.controltower.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.Decimal;
import dev.kanmin.events.inbox.CardCopy;
import dev.kanmin.events.wire.Card;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A cell beside others (ターゲットの絞込み): market and own strength in parts, never as one number.
 *
 * @param market what the cell's profile says; a part that is not known is absent, not zero
 * @param strength what the agencies have there
 * @param showstoppers codes of {@code strategy-showstoppers}
 * @param profile id of the profile that the market figures are from
 */
@Schema(name = "CellComparison")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Comparison(
    Cell cell,
    Tier tier,
    List<MarketFigure> market,
    Strength strength,
    List<String> showstoppers,
    Optional<String> profile) {

  private static final Set<String> DONE_WITH = Set.of("rejected", "lapsed", "cancelled", "merged");

  /** A figure of the profile. */
  @Schema(name = "MarketFigure")
  record MarketFigure(String what, Decimal amount, Optional<String> unit, Optional<Integer> year) {}

  /**
   * Own records in the cell; what came to nothing is left out.
   *
   * @param confirmedOutcomes outcomes that the company or a second officer confirmed
   */
  @Schema(name = "CellStrength")
  record Strength(
      long needs,
      long linkages,
      long activities,
      long missions,
      long cases,
      long confirmedOutcomes) {}

  static Comparison of(Cell cell, Tier tier, List<CardCopy> cards) {
    Optional<CardCopy> profile = cards.stream().filter(it -> is(it, "profile")).findFirst();
    return new Comparison(
        cell,
        tier,
        profile.map(it -> market(it.card())).orElse(List.of()),
        new Strength(
            live(cards, "need"),
            live(cards, "linkage"),
            live(cards, "activity"),
            live(cards, "mission"),
            live(cards, "case"),
            cards.stream()
                .filter(it -> is(it, "outcome") && it.card().state().equals("confirmed"))
                .count()),
        showstoppers(cards),
        profile.map(CardCopy::id));
  }

  /** Of each figure the latest year. */
  private static List<MarketFigure> market(Card profile) {
    return profile.figures().stream()
        .map(it -> new MarketFigure(it.what(), Decimal.of(it.amount()), it.unit(), it.year()))
        .collect(
            Collectors.toMap(
                it -> it.what() + " " + it.unit().orElse(""),
                it -> it,
                Comparison::later,
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private static MarketFigure later(MarketFigure one, MarketFigure other) {
    return one.year().orElse(0) >= other.year().orElse(0) ? one : other;
  }

  private static List<String> showstoppers(List<CardCopy> cards) {
    boolean banned =
        cards.stream()
            .filter(it -> is(it, "regulation"))
            .anyMatch(
                it ->
                    it.card()
                        .facets()
                        .getOrDefault("regulation-items", List.of())
                        .contains("import-ban"));
    return banned ? List.of("import-ban") : List.of();
  }

  private static long live(List<CardCopy> cards, String kind) {
    return cards.stream()
        .filter(it -> is(it, kind) && !DONE_WITH.contains(it.card().state()))
        .count();
  }

  private static boolean is(CardCopy known, String kind) {
    return known.card().kind().equals(kind);
  }
}
