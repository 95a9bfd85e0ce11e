package dev.kanmin.smeadvice.readiness;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.smeadvice.questionnaire.Questionnaire;
import dev.kanmin.smeadvice.questionnaire.Score;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An assessment as the agency that made it sees it.
 *
 * @param version of the questionnaire
 * @param band a code of {@code readiness-bands}; of all this, what others learn
 * @param total percent of all points
 * @param dimensions with the answers that lost points, the most costly first
 * @param essentialsMissing essential questions answered with no points: each alone keeps the band
 *     below nearly-ready
 * @param weakest the dimension with the lowest score
 * @param advice what to do first about it
 * @param peers what all assessed companies together show
 */
@Schema(name = "ReadinessAssessment")
record AssessmentView(
    String id,
    String companyId,
    int version,
    LocalDate on,
    String band,
    int total,
    List<DimensionView> dimensions,
    List<String> essentialsMissing,
    String weakest,
    LocalizedText advice,
    @Schema(propertyNames = String.class) Map<String, String> answers,
    Peers peers,
    boolean sample) {

  /**
   * A dimension's score.
   *
   * @param percent of its points
   */
  @Schema(name = "ReadinessDimension")
  record DimensionView(String dimension, LocalizedText name, int percent, List<CauseView> causes) {}

  /**
   * An answer that lost points.
   *
   * @param lost points, with the question's weight
   */
  @Schema(name = "ReadinessCause")
  record CauseView(String question, LocalizedText text, String answer, int lost) {}

  static AssessmentView of(Stored<Assessment> stored, Peers peers) {
    Assessment one = stored.state();
    Questionnaire questionnaire = one.questionnaire();
    Score score = one.score();
    return new AssessmentView(
        stored.id(),
        one.companyId(),
        one.version(),
        one.on(),
        score.band(),
        score.total(),
        score.dimensions().stream().map(it -> dimension(it, questionnaire)).toList(),
        score.essentialsMissing(),
        score.weakest(),
        of(score.weakest(), questionnaire).advice(),
        one.answers(),
        peers,
        one.sample());
  }

  private static DimensionView dimension(Score.OfDimension it, Questionnaire questionnaire) {
    return new DimensionView(
        it.dimension(),
        of(it.dimension(), questionnaire).labels(),
        it.percent(),
        it.causes().stream()
            .map(
                cause ->
                    new CauseView(
                        cause.question(),
                        text(cause.question(), questionnaire),
                        cause.answer(),
                        cause.lost()))
            .toList());
  }

  private static Questionnaire.Dimension of(String dimension, Questionnaire questionnaire) {
    return questionnaire.dimensions().stream()
        .filter(it -> it.code().equals(dimension))
        .findFirst()
        .orElseThrow();
  }

  private static LocalizedText text(String question, Questionnaire questionnaire) {
    return questionnaire.questions().stream()
        .filter(it -> it.code().equals(question))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** An assessment in a list. */
  @Schema(name = "ReadinessSummary")
  record Summary(
      String id,
      String companyId,
      int version,
      LocalDate on,
      String band,
      int total,
      boolean sample) {
    static Summary of(Stored<Assessment> stored) {
      Assessment one = stored.state();
      Score score = one.score();
      return new Summary(
          stored.id(),
          one.companyId(),
          one.version(),
          one.on(),
          score.band(),
          score.total(),
          one.sample());
    }
  }
}
