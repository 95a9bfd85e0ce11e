package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.smeadvice.cases.CaseEvent.ActionToDo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a company has to prepare for a mission, and how many working days before its first day. */
final class Preparations {
  private record Step(String kind, int workingDaysBefore) {}

  /** Counted back so that material can be translated, sent and cleared before it is shown. */
  private static final List<Step> STEPS =
      List.of(
          new Step("company-material", 30),
          new Step("meeting-requests", 25),
          new Step("samples-and-customs", 20),
          new Step("travel", 15));

  private Preparations() {}

  /** In the order of their dates; what would be due already is due on the day it is asked for. */
  static List<ActionToDo> of(String caseId, String missionId, LocalDate begins, LocalDate today) {
    return STEPS.stream()
        .map(
            step -> {
              LocalDate due = WorkingCalendar.minus(begins, step.workingDaysBefore());
              return new ActionToDo(
                  Ids.derived("nxa", caseId, missionId, step.kind()),
                  step.kind(),
                  Optional.of(due.isBefore(today) ? today : due),
                  Optional.of(missionId));
            })
        .toList();
  }
}
