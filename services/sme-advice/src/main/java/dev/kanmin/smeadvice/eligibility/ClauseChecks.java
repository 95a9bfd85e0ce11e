package dev.kanmin.smeadvice.eligibility;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a clause must obey, so that it can be judged. */
public final class ClauseChecks {
  public static final Rule ILL_FORMED_CLAUSE =
      Rule.invalid("ill-formed-clause", "A clause cannot be judged as it is written");

  private static final int DEEPEST = 8;
  private static final int MOST = 50;
  private static final Pattern INDUSTRY = Pattern.compile("[A-T][0-9]{0,4}");

  private ClauseChecks() {}

  public static void check(Clause clause, String pointer) {
    check(clause, pointer, 1);
  }

  private static void check(Clause clause, String pointer, int depth) {
    if (depth > DEEPEST) {
      throw ILL_FORMED_CLAUSE.refuse("Clauses nest " + DEEPEST + " deep at most.", pointer);
    }
    clause.label().ifPresent(it -> Checks.text(it, 300, pointer + "/label"));
    long forms =
        List.of(
                !clause.all().isEmpty(),
                !clause.any().isEmpty(),
                clause.not().isPresent(),
                clause.fact().isPresent(),
                clause.fiscalYears().isPresent())
            .stream()
            .filter(it -> it)
            .count();
    if (forms != 1) {
      throw ILL_FORMED_CLAUSE.refuse("Give one of all, any, not, fact and fiscalYears.", pointer);
    }
    Checks.size(clause.all(), MOST, pointer + "/all");
    Checks.each(clause.all(), pointer + "/all", (it, place) -> check(it, place, depth + 1));
    Checks.size(clause.any(), MOST, pointer + "/any");
    Checks.each(clause.any(), pointer + "/any", (it, place) -> check(it, place, depth + 1));
    clause.not().ifPresent(it -> check(it, pointer + "/not", depth + 1));
    asked(clause, pointer);
  }

  private static void asked(Clause clause, String pointer) {
    boolean numbers = clause.atLeast().isPresent() || clause.atMost().isPresent();
    boolean values = !clause.in().isEmpty();
    Optional<Fact> fact = clause.fact();
    if (fact.isEmpty() && (numbers || values)) {
      throw ILL_FORMED_CLAUSE.refuse("in, atLeast and atMost belong to a fact.", pointer);
    }
    fact.ifPresent(it -> fits(it, values, numbers, pointer));
    Checks.distinct(clause.in(), 200, pointer + "/in");
    fact.ifPresent(
        it -> Checks.each(clause.in(), pointer + "/in", (value, place) -> value(it, value, place)));
  }

  private static void fits(Fact fact, boolean values, boolean numbers, String pointer) {
    boolean fits = fact.isNumber() ? numbers && !values : values && !numbers;
    if (!fits) {
      throw ILL_FORMED_CLAUSE.refuse(
          (fact.isNumber() ? "Give atLeast, atMost or both with " : "Give in with ")
              + fact.code()
              + ".",
          pointer);
    }
  }

  /** Also of the facts of a company. */
  static void value(Fact fact, String value, String pointer) {
    boolean known =
        switch (fact) {
          case SME -> value.equals("yes") || value.equals("no");
          case INDUSTRY -> INDUSTRY.matcher(value).matches();
          case PREFECTURE -> CodeLists.list(CodeLists.PREFECTURES).has(value);
          case COUNTRY -> CodeLists.list(CodeLists.COUNTRIES).has(value);
          case FIELD -> CodeLists.list(CodeLists.FIELDS).has(value);
          case BAND -> CodeLists.list("readiness-bands").has(value);
          case EMPLOYEES, CAPITAL, AGE -> Long.parseLong(value) >= 0;
        };
    if (!known) {
      throw ILL_FORMED_CLAUSE.refuse(
          "This is no value of " + fact.code() + "; see the description of the facts.", pointer);
    }
  }

  /** Facts of a company that are none are told at once, instead of never applying. */
  public static void check(Facts facts, String pointer) {
    facts
        .sme()
        .filter(it -> !it.equals("cannot-be-judged"))
        .ifPresent(it -> value(Fact.SME, it, pointer + "/sme"));
    for (Fact fact : Fact.values()) {
      if (fact != Fact.SME) {
        fact.in(facts).ifPresent(it -> value(fact, it, pointer + "/" + fact.code()));
      }
    }
  }
}
