package dev.kanmin.controltower.counting;

import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What one card adds to a figure: the same cards always give the same figure, whoever counts them
 * and in whatever order.
 */
public final class Counting {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final int DECIMALS = 6;

  private Counting() {}

  /** The part of one card. */
  public static Count of(Card card, CountingRule rule, Scope scope, int fiscalYear) {
    if (!matches(card, rule) || !isIn(card, scope) || !counts(card, rule, fiscalYear)) {
      return Count.NOTHING;
    }
    return rule.figure()
        .map(figure -> sum(card, rule, figure, scope))
        .orElseGet(() -> new Count(Decimal.of("1"), 1, 0));
  }

  /** The figure of many cards. */
  public static Count of(List<Card> cards, CountingRule rule, Scope scope, int fiscalYear) {
    return cards.stream()
        .map(card -> of(card, rule, scope, fiscalYear))
        .reduce(Count.NOTHING, Count::plus);
  }

  private static boolean matches(Card card, CountingRule rule) {
    return card.kind().equals(rule.kind())
        && (rule.states().isEmpty() || rule.states().contains(card.state()))
        && rule.facets().entrySet().stream()
            .allMatch(
                facet ->
                    card.facets().getOrDefault(facet.getKey(), List.of()).stream()
                        .anyMatch(facet.getValue()::contains));
  }

  private static boolean isIn(Card card, Scope scope) {
    return scope.country().map(it -> has(card.countries(), it.code())).orElse(true)
        && scope.field().map(it -> has(card.fields(), it.code())).orElse(true);
  }

  private static boolean counts(Card card, CountingRule rule, int fiscalYear) {
    return rule.date()
        .map(
            what ->
                card.dates().stream()
                    .filter(due -> due.what().equals(what))
                    .anyMatch(due -> year(due) == fiscalYear))
        .orElse(true);
  }

  private static int year(Due due) {
    return due.on()
        .or(() -> due.at().map(at -> at.atZone(due.zone().orElse(FiscalYears.ZONE)).toLocalDate()))
        .map(FiscalYears::of)
        .orElse(0);
  }

  private static Count sum(Card card, CountingRule rule, String what, Scope scope) {
    Count sum = new Count(Decimal.of("0"), 1, 0);
    for (Figure figure : card.figures()) {
      if (figure.what().equals(what) && figure.unit().equals(rule.unit())) {
        sum = part(figure, card, scope).map(sum::with).orElseGet(sum::leavingOut);
      }
    }
    return sum;
  }

  /** Of one place the whole; of several the stated part, and none if it is not stated. */
  private static Optional<BigDecimal> part(Figure figure, Card card, Scope scope) {
    List<Share> countries = figure.countries().isEmpty() ? card.countries() : figure.countries();
    List<Share> fields = figure.fields().isEmpty() ? card.fields() : figure.fields();
    Optional<BigDecimal> ofCountry =
        scope.country().map(it -> part(countries, it.code())).orElse(Optional.of(HUNDRED));
    Optional<BigDecimal> ofField =
        scope.field().map(it -> part(fields, it.code())).orElse(Optional.of(HUNDRED));
    return ofCountry.flatMap(
        country ->
            ofField.map(
                field ->
                    figure
                        .amount()
                        .multiply(country)
                        .multiply(field)
                        .divide(HUNDRED.multiply(HUNDRED), DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()));
  }

  private static Optional<BigDecimal> part(List<Share> shares, String code) {
    if (!has(shares, code)) {
      return Optional.of(BigDecimal.ZERO);
    }
    return shares.size() == 1
        ? Optional.of(HUNDRED)
        : shares.stream()
            .filter(it -> it.code().equals(code))
            .findFirst()
            .flatMap(Share::percentage);
  }

  private static boolean has(List<Share> shares, String code) {
    return shares.stream().anyMatch(it -> it.code().equals(code));
  }
}
