package dev.kanmin.smeadvice.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Language;
import dev.kanmin.smeadvice.questionnaire.Questionnaire.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {
  private static final Questionnaire CURRENT = Questionnaires.current();

  @Test
  void it_has_at_least_25_questions_in_five_dimensions_each_with_its_source() {
    assertThat(CURRENT.questions()).hasSizeGreaterThanOrEqualTo(25);
    List<String> sources = CURRENT.sources().stream().map(Questionnaire.Source::code).toList();
    assertThat(CURRENT.questions()).allMatch(it -> sources.contains(it.source()));
    assertThat(CURRENT.questions()).extracting(Question::code).doesNotHaveDuplicates();
    assertThat(CURRENT.questions()).allMatch(it -> it.weight() >= 1 && it.weight() <= 3);
    assertThat(CURRENT.questions())
        .allMatch(it -> it.text().texts().keySet().containsAll(List.of("ja", "en")));
    assertThat(CURRENT.dimensions())
        .extracting(Questionnaire.Dimension::code)
        .containsExactlyElementsOf(CodeLists.list("readiness-dimensions").currentCodes())
        .allMatch(code -> CURRENT.questions().stream().anyMatch(it -> it.dimension().equals(code)));
    assertThat(CURRENT.bands())
        .extracting(Questionnaire.Band::code)
        .containsExactlyInAnyOrderElementsOf(CodeLists.list("readiness-bands").currentCodes());
  }

  @Test
  void every_text_is_there_in_the_five_languages_of_the_site() {
    List<String> languages = Language.OF_THE_SITE.stream().map(Language::tag).toList();
    assertThat(
            Stream.of(
                    Stream.of(CURRENT.title(), CURRENT.note()),
                    CURRENT.answers().stream().map(Questionnaire.Choice::labels),
                    CURRENT.dimensions().stream().map(Questionnaire.Dimension::labels),
                    CURRENT.dimensions().stream().map(Questionnaire.Dimension::advice),
                    CURRENT.questions().stream().map(Question::text))
                .flatMap(texts -> texts))
        .hasSize(43)
        .allSatisfy(
            text -> assertThat(text.texts()).containsOnlyKeys(languages).doesNotContainValue(""));
  }

  @Test
  void who_can_do_everything_is_ready_and_who_can_do_nothing_is_not() {
    assertThat(Score.of(CURRENT, all("yes")).band()).isEqualTo("ready");
    assertThat(Score.of(CURRENT, all("yes")).total()).isEqualTo(100);
    assertThat(Score.of(CURRENT, all("no")).band()).isEqualTo("not-ready");
    assertThat(Score.of(CURRENT, all("partly")).total()).isEqualTo(50);
  }

  @Test
  void one_essential_that_is_missing_keeps_a_company_below_nearly_ready() {
    Map<String, String> answers = all("yes");
    answers.put("qms", "no");
    Score score = Score.of(CURRENT, answers);
    assertThat(score.total()).isGreaterThan(80);
    assertThat(score.essentialsMissing()).containsExactly("qms");
    assertThat(score.band()).isEqualTo("preparing");
  }

  @Test
  void one_weak_dimension_keeps_it_below_ready() {
    Map<String, String> answers = all("yes");
    List.of("language", "distributor", "clinical-network")
        .forEach(question -> answers.put(question, "no"));
    Score score = Score.of(CURRENT, answers);
    assertThat(score.weakest()).isEqualTo("people");
    assertThat(score.band()).isEqualTo("nearly-ready");
  }

  @Test
  void a_score_names_the_answers_that_caused_it_the_most_costly_first() {
    Map<String, String> answers = all("yes");
    answers.put("exit-rule", "no"); // weight 1: 2 points
    answers.put("strategy", "partly"); // weight 3: 3 points
    Score.OfDimension management = Score.of(CURRENT, answers).dimensions().getFirst();
    assertThat(management.percent()).isEqualTo(77); // 17 of 22 points
    assertThat(management.causes())
        .containsExactly(
            new Score.Cause("strategy", "partly", 3), new Score.Cause("exit-rule", "no", 2));
  }

  private static Map<String, String> all(String answer) {
    Map<String, String> answers = new LinkedHashMap<>();
    CURRENT.questions().forEach(it -> answers.put(it.code(), answer));
    return answers;
  }
}
