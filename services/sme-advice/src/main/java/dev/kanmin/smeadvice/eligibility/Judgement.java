package dev.kanmin.smeadvice.eligibility;

import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a clause, and of the clauses in it: Kleene's logic of three values.
 *
 * @param form all, any, not, fact or fiscal-years
 * @param fact that was asked
 * @param missing facts without which it cannot be judged; none if it can be
 */
@Schema(name = "EligibilityJudgement")
public record Judgement(
    Answer answer,
    String form,
    Optional<LocalizedText> label,
    Optional<Fact> fact,
    List<Fact> missing,
    List<Judgement> clauses) {

  /**
   * Judges a company.
   *
   * @param on the day that is asked about
   */
  public static Judgement of(Clause clause, Facts facts, LocalDate on) {
    if (!clause.all().isEmpty()) {
      List<Judgement> parts = each(clause.all(), facts, on);
      return nested(clause, "all", worst(parts), parts);
    }
    if (!clause.any().isEmpty()) {
      List<Judgement> parts = each(clause.any(), facts, on);
      return nested(clause, "any", best(parts), parts);
    }
    if (clause.not().isPresent()) {
      Judgement part = of(clause.not().get(), facts, on);
      return nested(clause, "not", part.answer().negated(), List.of(part));
    }
    if (clause.fact().isPresent()) {
      Fact fact = clause.fact().get();
      Answer answer =
          fact.in(facts)
              .map(value -> Answer.of(holds(clause, fact, value)))
              .orElse(Answer.CANNOT_BE_JUDGED);
      List<Fact> missing = answer == Answer.CANNOT_BE_JUDGED ? List.of(fact) : List.of();
      return new Judgement(answer, "fact", clause.label(), Optional.of(fact), missing, List.of());
    }
    boolean within = clause.fiscalYears().map(it -> holds(it, on)).orElse(true);
    return new Judgement(
        Answer.of(within),
        clause.fiscalYears().isPresent() ? "fiscal-years" : "all",
        clause.label(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static List<Judgement> each(List<Clause> clauses, Facts facts, LocalDate on) {
    List<Judgement> parts = new ArrayList<>();
    clauses.forEach(it -> parts.add(of(it, facts, on)));
    return parts;
  }

  private static Judgement nested(
      Clause clause, String form, Answer answer, List<Judgement> parts) {
    List<Fact> missing =
        answer == Answer.CANNOT_BE_JUDGED
            ? parts.stream().flatMap(it -> it.missing().stream()).distinct().sorted().toList()
            : List.of();
    return new Judgement(answer, form, clause.label(), Optional.empty(), missing, parts);
  }

  private static Answer worst(List<Judgement> parts) {
    return first(parts, Answer.DOES_NOT_APPLY, Answer.CANNOT_BE_JUDGED, Answer.APPLIES);
  }

  private static Answer best(List<Judgement> parts) {
    return first(parts, Answer.APPLIES, Answer.CANNOT_BE_JUDGED, Answer.DOES_NOT_APPLY);
  }

  private static Answer first(List<Judgement> parts, Answer... order) {
    return Stream.of(order)
        .filter(answer -> parts.stream().anyMatch(it -> it.answer() == answer))
        .findFirst()
        .orElse(Answer.APPLIES);
  }

  private static boolean holds(Clause clause, Fact fact, String value) {
    if (fact.isNumber()) {
      long number = Long.parseLong(value);
      return clause.atLeast().filter(it -> number < it).isEmpty()
          && clause.atMost().filter(it -> number > it).isEmpty();
    }
    return fact == Fact.INDUSTRY
        ? clause.in().stream().anyMatch(value::startsWith)
        : clause.in().contains(value);
  }

  private static boolean holds(Clause.FiscalYears years, LocalDate on) {
    int year = on.getMonthValue() >= 4 ? on.getYear() : on.getYear() - 1;
    return years.from().filter(it -> year < it).isEmpty()
        && years.until().filter(it -> year > it).isEmpty();
  }
}
