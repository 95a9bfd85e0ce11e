package dev.kanmin.odalinkage.matching;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.odalinkage.linkage.LinkageState;
import dev.kanmin.odalinkage.match.Assessment;
import dev.kanmin.odalinkage.match.Assessment.Candidate;
import dev.kanmin.odalinkage.match.Assessment.Finding;
import dev.kanmin.odalinkage.match.Assessment.LeftOut;
import dev.kanmin.odalinkage.match.Assessment.Line;
import dev.kanmin.odalinkage.match.Target;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One company and one target, as the matcher judges them today.
 *
 * @param company id in the directory; its name is there, for those who may see it
 * @param score points of 100: the sum over the weights that apply; absent of one left out
 * @param country in which it fits best
 * @param field in which it fits best
 * @param criteria what the score is made of
 * @param reasons why it is left out
 * @param linkage what has come of the two so far
 * @param weights version of the weights
 */
@Schema(name = "MatchOfCompany")
record MatchView(
    Outcome outcome,
    String company,
    TargetView target,
    Optional<BigDecimal> score,
    Optional<CountryCode> country,
    Optional<Field> field,
    List<CriterionView> criteria,
    List<FindingView> reasons,
    Optional<LinkageOfMatch> linkage,
    String weights) {

  /** Whether it could be proposed. */
  enum Outcome implements Coded {
    CANDIDATE,
    LEFT_OUT
  }

  /**
   * What it is matched to.
   *
   * @param kind need, activity or tender
   * @param title language tag to text
   */
  @Schema(name = "MatchTarget")
  record TargetView(String kind, String id, Map<String, String> title) {}

  /**
   * One criterion.
   *
   * @param criterion a code of {@code match-criteria}
   * @param weight points at most
   * @param applies whether it could be judged; else its weight is not counted
   * @param points of the weight
   * @param evidence what was found, codes of {@code match-evidence}
   */
  @Schema(name = "MatchCriterion")
  record CriterionView(
      String criterion,
      String label,
      int weight,
      boolean applies,
      BigDecimal points,
      List<FindingView> evidence) {}

  /**
   * Something that was found.
   *
   * @param values codes that say more: countries, fields, HS codes, years
   */
  @Schema(name = "MatchFinding")
  record FindingView(String code, String label, List<String> values) {}

  /** A linkage that there is. */
  record LinkageOfMatch(String id, LinkageState state) {}

  static MatchView of(Matching.Judged judged, String weights, Language language) {
    Optional<LinkageOfMatch> linkage =
        judged.linkage().map(it -> new LinkageOfMatch(it.id(), it.state().state()));
    TargetView target = target(judged.subject());
    return switch (judged.assessment()) {
      case Candidate candidate ->
          new MatchView(
              Outcome.CANDIDATE,
              candidate.company(),
              target,
              Optional.of(hundredths(candidate.score())),
              candidate.country(),
              candidate.field(),
              candidate.lines().stream().map(line -> criterion(line, language)).toList(),
              List.of(),
              linkage,
              weights);
      case LeftOut leftOut ->
          new MatchView(
              Outcome.LEFT_OUT,
              leftOut.company(),
              target,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              findings("match-exclusions", leftOut.reasons(), language),
              linkage,
              weights);
    };
  }

  /** Whether it is of that outcome. */
  static Outcome outcome(Assessment assessment) {
    return switch (assessment) {
      case Candidate _ -> Outcome.CANDIDATE;
      case LeftOut _ -> Outcome.LEFT_OUT;
    };
  }

  private static TargetView target(Subject subject) {
    String kind =
        switch (subject.target()) {
          case Target.OfNeed _ -> "need";
          case Target.OfActivity _ -> "activity";
          case Target.OfTender _ -> "tender";
        };
    return new TargetView(kind, subject.target().id(), subject.card().title());
  }

  private static CriterionView criterion(Line line, Language language) {
    String code = line.criterion().code();
    return new CriterionView(
        code,
        CodeLists.list("match-criteria").label(code, language),
        line.weight(),
        line.applies(),
        hundredths(line.points()),
        findings("match-evidence", line.evidence(), language));
  }

  private static List<FindingView> findings(String list, List<Finding> found, Language language) {
    return found.stream()
        .map(
            it ->
                new FindingView(
                    it.code(), CodeLists.list(list).label(it.code(), language), it.values()))
        .toList();
  }

  private static BigDecimal hundredths(int number) {
    return BigDecimal.valueOf(number, 2);
  }
}
