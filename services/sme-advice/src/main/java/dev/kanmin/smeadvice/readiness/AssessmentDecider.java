package dev.kanmin.smeadvice.readiness;

import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.smeadvice.questionnaire.Questionnaire;
import dev.kanmin.smeadvice.questionnaire.Score;
import dev.kanmin.smeadvice.readiness.AssessmentCommand.Assess;
import dev.kanmin.smeadvice.readiness.AssessmentEvent.ReadinessAssessed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an assessment leads to. */
final class AssessmentDecider implements Decider<AssessmentCommand, AssessmentEvent, Assessment> {
  @Override
  public Assessment initial() {
    return Assessment.NONE;
  }

  @Override
  public List<AssessmentEvent> decide(
      AssessmentCommand command, Assessment one, CommandContext context) {
    return switch (command) {
      case Assess assess -> {
        if (one.exists()) {
          throw AssessmentRules.ALREADY_ASSESSED.refuse("Assess the company anew.");
        }
        AssessmentRules.check(assess);
        yield List.of(assessed(assess, context));
      }
    };
  }

  private static ReadinessAssessed assessed(Assess assess, CommandContext context) {
    Questionnaire questionnaire = AssessmentRules.questionnaire(assess.version());
    return new ReadinessAssessed(
        assess.assessmentId(),
        assess.companyId(),
        new AssessmentEvent.Used(questionnaire.id(), questionnaire.version()),
        Score.of(questionnaire, assess.answers()).band(),
        WorkingCalendar.dayOf(context.at()),
        assess.sample(),
        Optional.of(context.by()),
        Optional.of(assess.answers()),
        Optional.of(context.at()));
  }

  @Override
  public Assessment evolve(Assessment one, AssessmentEvent event) {
    return switch (event) {
      case ReadinessAssessed it ->
          new Assessment(
              it.companyId(),
              it.by().orElseThrow(),
              it.questionnaire().version(),
              it.on(),
              it.at().orElseThrow(),
              it.answers().orElse(Map.of()),
              it.sample());
    };
  }
}
