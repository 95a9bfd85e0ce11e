package dev.kanmin.smeadvice.readiness;

import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.smeadvice.questionnaire.Questionnaire;
import dev.kanmin.smeadvice.questionnaire.Questionnaires;
import java.util.List;
import java.util.Map;

/** What can forbid an assessment. */
final class AssessmentRules {
  static final Rule NO_SUCH_ASSESSMENT =
      Rule.notFound("no-such-assessment", "There is no such assessment");
  static final Rule ALREADY_ASSESSED =
      Rule.conflict("already-assessed", "An assessment is made once");
  static final Rule UNKNOWN_COMPANY =
      Rule.invalid("ill-formed-id", "This is no id of such a record");
  static final Rule UNKNOWN_VERSION =
      Rule.invalid("unknown-questionnaire", "There is no such version of the questionnaire");
  static final Rule ANSWERS_MISSING =
      Rule.invalid("answers-missing", "Every question needs an answer");
  static final Rule UNKNOWN_ANSWER =
      Rule.invalid("unknown-answer", "The questionnaire has no such question or answer");

  private AssessmentRules() {}

  static Questionnaire questionnaire(int version) {
    return Questionnaires.version(version)
        .orElseThrow(
            () ->
                UNKNOWN_VERSION.refuse(
                    "The current one is " + Questionnaires.current().version() + ".", "/version"));
  }

  static void check(AssessmentCommand.Assess assess) {
    if (!Ids.isWellFormed("cmp", assess.companyId())) {
      throw UNKNOWN_COMPANY.refuse(
          "A company of the directory is cmp_ and 26 characters.", "/companyId");
    }
    answers(questionnaire(assess.version()), assess.answers());
  }

  private static void answers(Questionnaire questionnaire, Map<String, String> answers) {
    List<String> questions =
        questionnaire.questions().stream().map(Questionnaire.Question::code).toList();
    answers.forEach(
        (question, answer) -> {
          String place = "/answers/" + question.replace("~", "~0").replace("/", "~1");
          if (!questions.contains(question)) {
            throw UNKNOWN_ANSWER.refuse("No question has this code.", place);
          }
          if (!questionnaire.choices().contains(answer)) {
            throw UNKNOWN_ANSWER.refuse("It is one of " + questionnaire.choices() + ".", place);
          }
        });
    List<String> missing = questions.stream().filter(it -> !answers.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      throw ANSWERS_MISSING.refuse("Missing: " + String.join(", ", missing) + ".", "/answers");
    }
  }
}
