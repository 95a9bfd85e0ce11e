package dev.kanmin.controltower.review;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.counting.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a review cycle.
 *
 * @param inputs what it looks at
 * @param findings in the order in which they were made
 * @param opinions of people outside the agencies
 * @param traces what became of findings of earlier cycles
 * @param actions of the roadmap that follow from it
 */
record Review(
    ReviewState state,
    Optional<AgencyCode> owner,
    Optional<Subject> subject,
    @JsonSetter(nulls = AS_EMPTY) List<Input> inputs,
    @JsonSetter(nulls = AS_EMPTY) List<Finding> findings,
    @JsonSetter(nulls = AS_EMPTY) List<Opinion> opinions,
    @JsonSetter(nulls = AS_EMPTY) List<Trace> traces,
    Optional<Decision> decision,
    @JsonSetter(nulls = AS_EMPTY) List<String> actions) {

  static final Review NONE =
      new Review(
          ReviewState.OPEN,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());

  /**
   * What is reviewed.
   *
   * @param fiscalYear that is looked at
   * @param quarter 1 for April to June … 4 for January to March; absent for the whole year
   * @param previous the cycle before, whose findings are followed up
   */
  @Schema(name = "ReviewSubject")
  record Subject(
      LocalizedText title,
      Scope scope,
      int fiscalYear,
      Optional<Integer> quarter,
      Optional<String> previous,
      @JsonSetter(nulls = AS_EMPTY) boolean sample) {}

  /**
   * Something that it looks at.
   *
   * @param subject id of a target, figure, outcome, action, report or other record
   * @param summary what it said when it was gathered
   */
  @Schema(name = "ReviewInput")
  record Input(String subject, String summary) {}

  /**
   * What was found.
   *
   * @param number from 1
   */
  @Schema(name = "ReviewFinding")
  record Finding(int number, String text, AgencyCode by) {}

  /**
   * What somebody outside said.
   *
   * @param role in which, never a name: 外部有識者, hospital director
   */
  @Schema(name = "ReviewOpinion")
  record Opinion(String role, String text, LocalDate on) {}

  /**
   * What became of a finding of an earlier cycle.
   *
   * @param reviewId that cycle
   * @param finding its number
   * @param became a code of {@code finding-results}
   */
  @Schema(name = "FindingTrace")
  record Trace(String reviewId, int finding, String became, String text) {}

  /**
   * What follows.
   *
   * @param decision a code of {@code review-decisions}: 拡充, 継続, 見直し, 縮小, 廃止
   */
  @Schema(name = "ReviewDecision")
  record Decision(String decision, String why, LocalDate on) {}

  Subject known() {
    return subject.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  Review in(ReviewState newState) {
    return new Review(
        newState, owner, subject, inputs, findings, opinions, traces, decision, actions);
  }

  Review gathering(List<Input> newInputs) {
    return new Review(
        ReviewState.GATHERED,
        owner,
        subject,
        newInputs,
        findings,
        opinions,
        traces,
        decision,
        actions);
  }

  Review with(Finding finding) {
    return new Review(
        state,
        owner,
        subject,
        inputs,
        plus(findings, finding),
        opinions,
        traces,
        decision,
        actions);
  }

  Review with(Opinion opinion) {
    return new Review(
        state,
        owner,
        subject,
        inputs,
        findings,
        plus(opinions, opinion),
        traces,
        decision,
        actions);
  }

  /** The latest word on a finding counts. */
  Review with(Trace trace) {
    List<Trace> others =
        traces.stream()
            .filter(
                it -> !it.reviewId().equals(trace.reviewId()) || it.finding() != trace.finding())
            .toList();
    return new Review(
        state, owner, subject, inputs, findings, opinions, plus(others, trace), decision, actions);
  }

  Review deciding(Decision newDecision) {
    return new Review(
        ReviewState.DECIDED,
        owner,
        subject,
        inputs,
        findings,
        opinions,
        traces,
        Optional.of(newDecision),
        actions);
  }

  Review followedBy(List<String> newActions) {
    return new Review(
        ReviewState.FOLLOWED_UP,
        owner,
        subject,
        inputs,
        findings,
        opinions,
        traces,
        decision,
        newActions);
  }

  private static <T> List<T> plus(List<T> all, T one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }
}
