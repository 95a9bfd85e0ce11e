package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.smeadvice.cases.CaseCommand.Consider;
import dev.kanmin.smeadvice.cases.CaseEvent.ActionToDo;
import java.time.LocalDate;
import java.util.Optional;

/** What is to be done about news of the market, and by when. */
final class News {
  /** An offer takes that long: documents, translation, a bid bond. */
  private static final int BEFORE_CLOSING = 15;

  /** What has no end of its own waits no longer than two weeks. */
  private static final int AFTER_THE_NEWS = 10;

  private News() {}

  /** In working days; what would be due already is due today. */
  static ActionToDo action(Consider asked, LocalDate today) {
    LocalDate due =
        asked
            .closes()
            .map(day -> WorkingCalendar.minus(day, BEFORE_CLOSING))
            .orElseGet(() -> WorkingCalendar.plus(today, AFTER_THE_NEWS));
    return new ActionToDo(
        asked.action(),
        asked.kind(),
        Optional.of(due.isBefore(today) ? today : due),
        Optional.of(asked.subject()));
  }
}
