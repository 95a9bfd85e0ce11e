package dev.kanmin.smeadvice.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import dev.kanmin.smeadvice.DevFiles;
import dev.kanmin.smeadvice.readiness.AssessmentCommand.Assess;
import dev.kanmin.smeadvice.readiness.AssessmentEvent.ReadinessAssessed;
import dev.kanmin.testkit.service.Stories;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssessmentTest {
  private static final String ID = "ra_00000000000000000000000001";
  private static final String COMPANY = "cmp_00000000000000000000000001";

  @Test
  void of_an_assessment_the_band_alone_goes_on_the_bus() {
    ReadinessAssessed event =
        (ReadinessAssessed)
            Stories.of(Assessments.TYPE).when(assess(1, answers())).events().getFirst();
    assertThat(event.band()).isEqualTo("preparing");
    assertThat(Json.events().valueToTree(event).propertyNames())
        .containsExactly("assessmentId", "companyId", "questionnaire", "band", "on", "sample");
  }

  @Test
  void every_question_needs_an_answer_that_it_has() {
    Map<String, String> missing = answers();
    missing.remove("qms");
    Stories.of(Assessments.TYPE)
        .when(assess(1, missing))
        .thenRefusedBy(AssessmentRules.ANSWERS_MISSING, "/answers");
    Map<String, String> wrong = answers();
    wrong.put("qms", "perhaps");
    Stories.of(Assessments.TYPE)
        .when(assess(1, wrong))
        .thenRefusedBy(AssessmentRules.UNKNOWN_ANSWER, "/answers/qms");
    Stories.of(Assessments.TYPE)
        .when(assess(9, answers()))
        .thenRefusedBy(AssessmentRules.UNKNOWN_VERSION, "/version");
  }

  static Assess assess(int version, Map<String, String> answers) {
    return new Assess(ID, COMPANY, version, answers, true);
  }

  static Map<String, String> answers() {
    Map<String, String> answers = new TreeMap<>();
    DevFiles.read("readiness/answers.json", json -> {})
        .at("/answers")
        .properties()
        .forEach(it -> answers.put(it.getKey(), it.getValue().asString()));
    return answers;
  }
}
