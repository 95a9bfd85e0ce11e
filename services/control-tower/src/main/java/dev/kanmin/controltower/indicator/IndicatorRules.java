package dev.kanmin.controltower.indicator;

import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.controltower.counting.CountingRule;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.util.List;
import java.util.Optional;

/** Why a command about an indicator can be refused. */
final class IndicatorRules {
  static final Rule NO_SUCH_INDICATOR =
      Rule.notFound("no-such-indicator", "There is no such indicator");
  static final Rule NOT_YOUR_INDICATOR =
      Rule.forbidden("not-your-indicator", "Only the agency that defined it may do this");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("indicator-not-in-this-state", "A retired indicator stays as it is");
  static final Rule ALREADY_DEFINED =
      Rule.conflict("already-defined", "The indicator has been defined before");
  static final Rule ANOTHER_MEASURE =
      Rule.conflict("another-measure", "Unit and direction of an indicator do not change");
  static final Rule HALF_A_RATIO =
      Rule.invalid("half-a-ratio", "A ratio has a numerator and a denominator");
  static final Rule UNKNOWN_CODE =
      Rule.invalid("unknown-counting-code", "The code list has no such code");
  static final Rule UNIT_WITHOUT_FIGURE =
      Rule.invalid("unit-without-figure", "Only a figure that is added up has a unit");

  static final Rule REPORTED =
      Rule.conflict("indicator-is-reported", "The indicator is not counted from the picture");

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_UNIT = 40;
  private static final int MOST_CODES = 30;

  private IndicatorRules() {}

  static Optional<String> definedBefore(Indicator indicator) {
    return indicator.definition().map(it -> "Revise it instead.");
  }

  static void check(Definition definition) {
    Checks.text(definition.name(), LONGEST_NAME, "/name");
    Checks.text(definition.definition(), LONGEST_TEXT, "/definition");
    Checks.text(definition.unit(), LONGEST_UNIT, "/unit");
    Checks.text(definition.source(), LONGEST_TEXT, "/source");
    definition.numerator().ifPresent(it -> Checks.text(it, LONGEST_TEXT, "/numerator"));
    definition.denominator().ifPresent(it -> Checks.text(it, LONGEST_TEXT, "/denominator"));
    if (definition.numerator().isPresent() != definition.denominator().isPresent()) {
      throw HALF_A_RATIO.refuse("Give both, or none.", "/denominator");
    }
    definition.counted().ifPresent(IndicatorRules::check);
  }

  private static void check(CountingRule rule) {
    listed("kinds", rule.kind(), "/counted/kind");
    Checks.size(rule.states(), MOST_CODES, "/counted/states");
    Checks.each(
        rule.states(),
        "/counted/states",
        (state, pointer) -> listed(rule.kind() + "-states", state, pointer));
    Checks.size(rule.facets().keySet(), MOST_CODES, "/counted/facets");
    rule.facets()
        .forEach(
            (list, codes) -> {
              Checks.size(codes, MOST_CODES, "/counted/facets/" + list);
              Checks.each(
                  codes, "/counted/facets/" + list, (code, pointer) -> listed(list, code, pointer));
            });
    rule.date().ifPresent(it -> listed("date-kinds", it, "/counted/date"));
    rule.figure().ifPresent(it -> listed("figure-kinds", it, "/counted/figure"));
    if (rule.unit().isPresent() && rule.figure().isEmpty()) {
      throw UNIT_WITHOUT_FIGURE.refuse("Leave it out, or name the figure.", "/counted/unit");
    }
    rule.unit().ifPresent(it -> Checks.text(it, LONGEST_UNIT, "/counted/unit"));
  }

  /** Targets and figures are of one measure; what a word means may be said better. */
  static void sameMeasure(Definition one, Definition other) {
    if (!one.unit().equals(other.unit()) || one.direction() != other.direction()) {
      throw ANOTHER_MEASURE.refuse("Define another indicator, and retire this one.", "/unit");
    }
  }

  private static void listed(String list, String code, String pointer) {
    List<String> codes = CodeLists.find(list).map(CodeList::currentCodes).orElse(List.of());
    if (!codes.contains(code)) {
      throw UNKNOWN_CODE.refuse(
          codes.isEmpty() ? "There is no such code list." : "It is one of " + codes + ".", pointer);
    }
  }
}
