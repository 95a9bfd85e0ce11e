package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.Coded;
import dev.kanmin.codes.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A time that a service gives itself, in working days. The day on which a case is opened does not
 * count; a day counts unless the case waits for the company when it ends. Labels stand in the code
 * list {@code service-clocks}. The targets are Kanmin's own.
 */
enum ServiceClock implements Coded {
  /** From opening until somebody works on it. */
  FIRST_RESPONSE(5),
  /** From opening to close. */
  HANDLING(60);

  private final int target;

  ServiceClock(int target) {
    this.target = target;
  }

  /** What a clock shows. */
  enum Face implements Coded {
    RUNNING,
    STOPPED,
    ENDED
  }

  /**
   * A reading of a clock.
   *
   * @param used working days until that day
   * @param due the last day within the target if the case does not wait from now on; absent while
   *     it waits and once it has ended
   */
  record Reading(ServiceClock clock, Face face, int used, int target, Optional<LocalDate> due) {
    boolean within() {
      return used <= target;
    }
  }

  Reading read(Case one, LocalDate today) {
    LocalDate opened = WorkingCalendar.dayOf(one.stays().getFirst().since());
    Optional<LocalDate> ended = ended(one);
    LocalDate last = ended.filter(it -> it.isBefore(today)).orElse(today);
    int used =
        opened.isBefore(last)
            ? (int)
                opened
                    .plusDays(1)
                    .datesUntil(last.plusDays(1))
                    .filter(day -> counts(day, one.stays()))
                    .count()
            : 0;
    Face face =
        ended.isPresent()
            ? Face.ENDED
            : one.state() == CaseState.WAITING_FOR_COMPANY ? Face.STOPPED : Face.RUNNING;
    return new Reading(this, face, used, target, due(one));
  }

  /** The day on which the target is reached. */
  Optional<LocalDate> due(Case one) {
    if (ended(one).isPresent() || one.state() == CaseState.WAITING_FOR_COMPANY) {
      return Optional.empty();
    }
    LocalDate day = WorkingCalendar.dayOf(one.stays().getFirst().since());
    int left = target;
    while (left > 0) {
      day = day.plusDays(1);
      if (counts(day, one.stays())) {
        left--;
      }
    }
    return Optional.of(day);
  }

  private boolean endsIn(CaseState state) {
    return switch (this) {
      case FIRST_RESPONSE -> state != CaseState.OPENED && state != CaseState.ASSIGNED;
      case HANDLING -> state == CaseState.CLOSED;
    };
  }

  private Optional<LocalDate> ended(Case one) {
    return one.stays().stream()
        .filter(stay -> endsIn(stay.state()))
        .findFirst()
        .map(stay -> WorkingCalendar.dayOf(stay.since()));
  }

  private static boolean counts(LocalDate day, List<Stay> stays) {
    return WorkingCalendar.isWorkingDay(day)
        && stays.stream()
            .filter(stay -> !WorkingCalendar.dayOf(stay.since()).isAfter(day))
            .reduce((earlier, later) -> later)
            .filter(stay -> stay.state() != CaseState.WAITING_FOR_COMPANY)
            .isPresent();
  }
}
