package dev.kanmin.smeadvice.readiness;

import dev.kanmin.smeadvice.questionnaire.Questionnaire;
import dev.kanmin.smeadvice.questionnaire.Score;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all assessed companies together show, each by its latest assessment. Of fewer than {@value
 * #FEWEST} nothing is told: it would tell of single ones.
 *
 * @param version of the questionnaire
 * @param companies how many were assessed; absent below five
 * @param withheld whether there are too few
 * @param averages average score of each dimension, in percent
 * @param items of each question, the share of companies that answered it with no points
 */
@Schema(name = "ReadinessPeers")
record Peers(
    int version,
    Optional<Integer> companies,
    boolean withheld,
    List<Average> averages,
    List<Item> items) {
  static final int FEWEST = 5;

  /** Percent, rounded half up. */
  @Schema(name = "ReadinessAverage")
  record Average(String dimension, int percent) {}

  /** Percent of companies, rounded half up. */
  @Schema(name = "ReadinessItem")
  record Item(String question, int failingPercent) {}

  static Peers of(Questionnaire questionnaire, Collection<Assessment> latest) {
    if (latest.size() < FEWEST) {
      return new Peers(questionnaire.version(), Optional.empty(), true, List.of(), List.of());
    }
    List<Score> scores = latest.stream().map(Assessment::score).toList();
    List<Average> averages =
        questionnaire.dimensions().stream()
            .map(it -> new Average(it.code(), average(scores, it.code())))
            .toList();
    List<Item> items =
        questionnaire.questions().stream()
            .map(it -> new Item(it.code(), failing(questionnaire, latest, it.code())))
            .toList();
    return new Peers(questionnaire.version(), Optional.of(latest.size()), false, averages, items);
  }

  private static int average(List<Score> scores, String dimension) {
    return (int)
        Math.round(
            scores.stream()
                .flatMap(it -> it.dimensions().stream())
                .filter(it -> it.dimension().equals(dimension))
                .mapToInt(Score.OfDimension::percent)
                .average()
                .orElse(0));
  }

  private static int failing(
      Questionnaire questionnaire, Collection<Assessment> latest, String question) {
    Map<String, Integer> points = new java.util.HashMap<>();
    questionnaire.answers().forEach(it -> points.put(it.code(), it.points()));
    long failing =
        latest.stream()
            .filter(it -> points.getOrDefault(it.answers().getOrDefault(question, ""), 0) == 0)
            .count();
    return (int) Math.round(100.0 * failing / latest.size());
  }
}
