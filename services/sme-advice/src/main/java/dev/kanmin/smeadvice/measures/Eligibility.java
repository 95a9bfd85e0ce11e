package dev.kanmin.smeadvice.measures;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.smeadvice.companies.Companies;
import dev.kanmin.smeadvice.eligibility.Answer;
import dev.kanmin.smeadvice.eligibility.Clause;
import dev.kanmin.smeadvice.eligibility.ClauseChecks;
import dev.kanmin.smeadvice.eligibility.Fact;
import dev.kanmin.smeadvice.eligibility.Facts;
import dev.kanmin.smeadvice.eligibility.Judgement;
import dev.kanmin.smeadvice.readiness.AssessmentQueries;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which measures a company can use. */
@Component
class Eligibility {
  private static final Rule ILL_FORMED_ID =
      Rule.invalid("ill-formed-id", "This is no id of such a record");

  private final MeasureQueries measures;
  private final AssessmentQueries assessments;
  private final Companies companies;

  Eligibility(MeasureQueries measures, AssessmentQueries assessments, Companies companies) {
    this.measures = measures;
    this.assessments = assessments;
    this.companies = companies;
  }

  /**
   * A company and its plan.
   *
   * @param companyId of the directory; what that tells of it, and its readiness band, need not be
   *     said then
   * @param facts what is known of it
   * @param on the day that is asked about; today if it is absent
   * @param kinds codes of {@code support-measure-kinds}; none: all
   */
  @Schema(name = "EligibilityQuestion")
  record Question(
      Optional<String> companyId,
      Facts facts,
      Optional<LocalDate> on,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> kinds) {}

  /**
   * The answer: measures that apply first, then those that cannot be judged, then the rest.
   *
   * @param facts as they were used, with what was known of the company
   */
  @Schema(name = "EligibilityAnswer")
  record Result(LocalDate on, Facts facts, List<OfMeasure> measures) {}

  /**
   * Of one measure.
   *
   * @param answer applies, does-not-apply or cannot-be-judged
   * @param missing facts without which it cannot be judged
   * @param calls whether applications are taken on that day; apart from whether it applies
   * @param judgement clause by clause
   */
  @Schema(name = "MeasureEligibility")
  record OfMeasure(
      MeasureView.Summary measure,
      Answer answer,
      List<Fact> missing,
      Measure.Standing calls,
      Judgement judgement) {}

  Mono<Result> of(Question question, Instant at) {
    return Mono.fromRunnable(() -> check(question))
        .then(Mono.defer(() -> facts(question)))
        .flatMap(facts -> judge(facts, question, question.on().orElse(WorkingCalendar.dayOf(at))));
  }

  private static void check(Question question) {
    question
        .companyId()
        .filter(id -> !Ids.isWellFormed("cmp", id))
        .ifPresent(
            id -> {
              throw ILL_FORMED_ID.refuse(
                  "A company of the directory is cmp_ and 26 characters.", "/companyId");
            });
    ClauseChecks.check(question.facts(), "/facts");
    Checks.distinct(question.kinds(), 20, "/kinds");
  }

  /** What is said goes before what is known. */
  private Mono<Facts> facts(Question question) {
    return question
        .companyId()
        .map(
            id ->
                Mono.zip(
                    companies.known(id),
                    assessments.band(id).map(Optional::of).defaultIfEmpty(Optional.empty()),
                    (company, band) ->
                        question
                            .facts()
                            .orElse(company.sme(), company.industry(), company.prefecture(), band)))
        .orElseGet(() -> Mono.just(question.facts()));
  }

  private Mono<Result> judge(Facts facts, Question question, LocalDate on) {
    return measures
        .current()
        .filter(
            it ->
                question.kinds().isEmpty()
                    || question.kinds().contains(it.state().measure().kind()))
        .map(it -> judge(it, facts, on))
        .sort(Comparator.comparingInt(it -> rank(it.answer())))
        .collectList()
        .map(all -> new Result(on, facts, all));
  }

  private static OfMeasure judge(Stored<MeasureRecord> stored, Facts facts, LocalDate on) {
    Measure measure = stored.state().measure();
    Judgement judgement = Judgement.of(wholeClause(measure), facts, on);
    return new OfMeasure(
        MeasureView.Summary.of(stored, on),
        judgement.answer(),
        judgement.missing(),
        measure.standing(on),
        judgement);
  }

  /** Its markets and fields are conditions too. */
  private static Clause wholeClause(Measure measure) {
    List<Clause> all = new ArrayList<>();
    if (!measure.countries().isEmpty()) {
      all.add(Clause.in(Fact.COUNTRY, measure.countries().stream().map(it -> it.code()).toList()));
    }
    if (!measure.fields().isEmpty()) {
      all.add(Clause.in(Fact.FIELD, measure.fields().stream().map(it -> it.code()).toList()));
    }
    measure.eligibility().ifPresent(all::add);
    return Clause.all(all);
  }

  private static int rank(Answer answer) {
    return switch (answer) {
      case APPLIES -> 0;
      case CANNOT_BE_JUDGED -> 1;
      case DOES_NOT_APPLY -> 2;
    };
  }
}
