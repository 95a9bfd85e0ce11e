package dev.kanmin.smeadvice.questionnaire;

import dev.kanmin.smeadvice.questionnaire.Questionnaire.Band;
import dev.kanmin.smeadvice.questionnaire.Questionnaire.Dimension;
import dev.kanmin.smeadvice.questionnaire.Questionnaire.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What answers come to.
 *
 * @param total percent of all points, 0 to 100, rounded half up
 * @param dimensions in the questionnaire's order
 * @param weakest code of the dimension with the lowest score; the earlier one of equals
 * @param essentialsMissing essential questions answered with no points
 * @param band code of {@code readiness-bands}
 */
public record Score(
    int total,
    List<OfDimension> dimensions,
    String weakest,
    List<String> essentialsMissing,
    String band) {

  /**
   * A dimension's score and what it came from.
   *
   * @param percent of its points, 0 to 100
   * @param causes the answers that lost points, the most costly first
   */
  public record OfDimension(String dimension, int percent, List<Cause> causes) {}

  /**
   * An answer that lost points.
   *
   * @param lost points, with the question's weight
   */
  public record Cause(String question, String answer, int lost) {}

  /**
   * Scores answers.
   *
   * @param answers code of the answer by code of the question; every question has one
   */
  public static Score of(Questionnaire questionnaire, Map<String, String> answers) {
    List<OfDimension> dimensions =
        questionnaire.dimensions().stream().map(it -> of(it, questionnaire, answers)).toList();
    int total = percent(questionnaire.questions(), questionnaire, answers);
    List<String> missing =
        questionnaire.questions().stream()
            .filter(it -> it.essential() && points(it, questionnaire, answers) == 0)
            .map(Question::code)
            .toList();
    String weakest =
        dimensions.stream()
            .min(Comparator.comparingInt(OfDimension::percent))
            .orElseThrow()
            .dimension();
    String band =
        questionnaire.bands().stream()
            .filter(it -> reaches(it, total, dimensions, missing))
            .map(Band::code)
            .findFirst()
            .orElseThrow();
    return new Score(total, dimensions, weakest, missing, band);
  }

  private static boolean reaches(
      Band band, int total, List<OfDimension> dimensions, List<String> missing) {
    return total >= band.total()
        && dimensions.stream().allMatch(it -> it.percent() >= band.each())
        && (!band.essentials() || missing.isEmpty());
  }

  private static OfDimension of(
      Dimension dimension, Questionnaire questionnaire, Map<String, String> answers) {
    List<Question> questions = questionnaire.of(dimension);
    List<Cause> causes =
        questions.stream()
            .map(it -> cause(it, questionnaire, answers))
            .filter(it -> it.lost() > 0)
            .sorted(Comparator.comparingInt(Cause::lost).reversed())
            .toList();
    return new OfDimension(dimension.code(), percent(questions, questionnaire, answers), causes);
  }

  private static Cause cause(
      Question question, Questionnaire questionnaire, Map<String, String> answers) {
    int most = questionnaire.mostPoints() * question.weight();
    return new Cause(
        question.code(),
        answers.getOrDefault(question.code(), ""),
        most - points(question, questionnaire, answers));
  }

  private static int percent(
      List<Question> questions, Questionnaire questionnaire, Map<String, String> answers) {
    int most = questions.stream().mapToInt(it -> questionnaire.mostPoints() * it.weight()).sum();
    int reached = questions.stream().mapToInt(it -> points(it, questionnaire, answers)).sum();
    return most == 0 ? 0 : (int) Math.round(100.0 * reached / most);
  }

  private static int points(
      Question question, Questionnaire questionnaire, Map<String, String> answers) {
    return questionnaire
            .choice(answers.getOrDefault(question.code(), ""))
            .map(Questionnaire.Choice::points)
            .orElse(0)
        * question.weight();
  }
}
