package dev.kanmin.odalinkage.iati;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates that contradict one another or today; all of them warnings. Source: standard 2.03,
 * activity-date, budget, transaction.
 */
final class DateRules {

  private static final String PLANNED_START = "1";
  private static final String ACTUAL_START = "2";
  private static final String PLANNED_END = "3";
  private static final String ACTUAL_END = "4";
  private static final int EARLIEST_YEAR = 1945;
  private static final int LATEST_YEAR = 2150;

  private final IatiElement activity;
  private final Places places;
  private final Place activityPlace;
  private final LocalDate today;
  private final FaultCollector faults;

  DateRules(
      IatiElement activity,
      Places places,
      Place activityPlace,
      Clock clock,
      FaultCollector faults) {
    this.activity = activity;
    this.places = places;
    this.activityPlace = activityPlace;
    // A day that has begun anywhere on earth is not in the future.
    this.today = LocalDate.now(clock).plusDays(1);
    this.faults = faults;
  }

  void check() {
    checkActivityDates();
    for (IatiElement transaction : activity.children("transaction")) {
      transaction.child("transaction-date").ifPresent(this::checkPast);
    }
    for (IatiElement budget : activity.children("budget")) {
      checkPeriod(budget, true);
    }
    for (IatiElement disbursement : activity.children("planned-disbursement")) {
      checkPeriod(disbursement, false);
    }
  }

  private void checkActivityDates() {
    for (IatiElement date : activity.children("activity-date")) {
      String type = date.attribute("type").orElse("");
      if (type.equals(ACTUAL_START) || type.equals(ACTUAL_END)) {
        checkPast(date);
      } else {
        checkYear(date);
      }
    }
    checkOrder(PLANNED_START, PLANNED_END);
    checkOrder(ACTUAL_START, ACTUAL_END);
    if (dated(PLANNED_START).or(() -> dated(ACTUAL_START)).isEmpty()) {
      warn(activityPlace, "The activity has neither a planned nor an actual start date; add one.");
    }
  }

  private void checkOrder(String startType, String endType) {
    Optional<IatiElement> start = dated(startType);
    Optional<IatiElement> end = dated(endType);
    if (start.isPresent() && end.isPresent() && day(end.get()).isBefore(day(start.get()))) {
      warn(
          places.of(end.get()),
          "The end "
              + day(end.get())
              + " is before the start "
              + day(start.get())
              + "; correct one of them.");
    }
  }

  private void checkPast(IatiElement date) {
    checkYear(date);
    if (day(date).isAfter(today)) {
      warn(places.of(date), day(date) + " is in the future, but should have happened; correct it.");
    }
  }

  private void checkYear(IatiElement date) {
    int year = day(date).getYear();
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      warn(places.of(date), "The year " + year + " is hardly right; correct it.");
    }
  }

  private void checkPeriod(IatiElement parent, boolean withinYear) {
    Optional<IatiElement> start = parent.child("period-start");
    Optional<IatiElement> end = parent.child("period-end");
    start.ifPresent(this::checkYear);
    end.ifPresent(this::checkYear);
    if (start.isEmpty() || end.isEmpty()) {
      return;
    }
    LocalDate first = day(start.get());
    LocalDate last = day(end.get());
    if (last.isBefore(first)) {
      warn(
          places.of(parent),
          "The period ends on "
              + last
              + " before it begins on "
              + first
              + "; correct one of them.");
    } else if (withinYear && last.isAfter(first.plusYears(1))) {
      warn(
          places.of(parent),
          "The period is longer than one year, which the standard does not allow for a budget;"
              + " divide it.");
    }
  }

  private Optional<IatiElement> dated(String type) {
    return activity.children("activity-date").stream()
        .filter(date -> date.attribute("type").orElse("").equals(type))
        .findFirst();
  }

  private static LocalDate day(IatiElement element) {
    return XmlDates.date(element.attribute("iso-date").orElseThrow());
  }

  private void warn(Place place, String detail) {
    faults.warning(place, FaultCode.IMPLAUSIBLE_DATE, detail);
  }
}
