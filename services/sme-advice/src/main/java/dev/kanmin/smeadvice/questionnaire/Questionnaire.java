package dev.kanmin.smeadvice.questionnaire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of a questionnaire. What it asks and how it counts never changes once it was used: a
 * new one gets a new number. Further languages are no new version, so that peers stay comparable.
 *
 * @param id of the questionnaire, the same in all versions
 * @param version from 1
 * @param validFrom first day on which it is offered
 * @param note what a reader must know of it
 * @param sources where the themes of the questions come from
 * @param answers the answers that each question has
 * @param dimensions in the order in which they are shown
 * @param bands from the best to the last; the first whose conditions hold is given
 */
public record Questionnaire(
    String id,
    int version,
    LocalDate validFrom,
    LocalizedText title,
    LocalizedText note,
    List<Source> sources,
    List<Choice> answers,
    List<Dimension> dimensions,
    List<Question> questions,
    List<Band> bands) {

  /** Where the theme of a question comes from. */
  @Schema(name = "QuestionSource")
  public record Source(String code, String text, String url) {}

  /**
   * An answer that can be given.
   *
   * @param points 0 to 2, times the weight of the question
   */
  @Schema(name = "QuestionChoice")
  public record Choice(String code, LocalizedText labels, int points) {}

  /**
   * One of the dimensions.
   *
   * @param advice what to do first when it is the weakest
   */
  @Schema(name = "QuestionDimension")
  public record Dimension(String code, LocalizedText labels, LocalizedText advice) {}

  /**
   * A question.
   *
   * @param weight 1 to 3
   * @param essential without it a company is not nearly ready, whatever the rest
   * @param source code of the source of its theme
   */
  @Schema(name = "Question")
  public record Question(
      String code,
      String dimension,
      int weight,
      boolean essential,
      LocalizedText text,
      String source) {}

  /**
   * What is needed for a band.
   *
   * @param code of {@code readiness-bands}
   * @param total percent of all points at least
   * @param each percent of the points of every dimension at least
   * @param essentials whether no essential question may be answered with no
   */
  @Schema(name = "ReadinessBandRule")
  public record Band(String code, int total, int each, boolean essentials) {}

  Optional<Choice> choice(String code) {
    return answers.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  /** The codes of the answers. */
  @JsonIgnore
  public List<String> choices() {
    return answers.stream().map(Choice::code).toList();
  }

  @JsonIgnore
  int mostPoints() {
    return answers.stream().mapToInt(Choice::points).max().orElse(0);
  }

  List<Question> of(Dimension dimension) {
    return questions.stream().filter(it -> it.dimension().equals(dimension.code())).toList();
  }
}
