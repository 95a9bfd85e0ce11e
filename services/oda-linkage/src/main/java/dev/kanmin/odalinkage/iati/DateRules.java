package dev.kanmin.odalinkage.iati;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates that contradict one another or today; all of them warnings. Source: standard 2.03,
 * activity-date, budget, transaction, result/indicator/period, last-updated-datetime.
 */
final class DateRules {

  private static final String PLANNED_START = "1";
  private static final String ACTUAL_START = "2";
  private static final String PLANNED_END = "3";
  private static final String ACTUAL_END = "4";
  private static final int EARLIEST_YEAR = 1945;
  private static final int LATEST_YEAR = 2150;

  private static final Duration FURTHEST_ZONE = Duration.ofHours(14);

  private final Subject subject;
  private final IatiElement activity;
  private final Instant now;
  private final LocalDate today;

  DateRules(Subject subject, Clock clock) {
    this.subject = subject;
    this.activity = subject.activity();
    this.now = clock.instant();
    // A day that has begun anywhere on earth is not in the future.
    this.today = LocalDate.now(clock).plusDays(1);
  }

  void check() {
    checkLastUpdated();
    checkActivityDates();
    for (IatiElement transaction : activity.children("transaction")) {
      transaction.child("transaction-date").ifPresent(date -> checkPast(date, "iso-date"));
      transaction.child("value").ifPresent(value -> checkPast(value, "value-date"));
    }
    for (IatiElement period : subject.anywhere("period")) {
      checkPeriod(period, false);
    }
    for (IatiElement budget : activity.children("budget")) {
      checkPeriod(budget, true);
    }
    for (IatiElement disbursement : activity.children("planned-disbursement")) {
      checkPeriod(disbursement, false);
    }
  }

  private void checkLastUpdated() {
    String written = activity.attribute("last-updated-datetime").orElse("");
    // without a zone it may be that of any place
    Duration tolerance = XmlDates.hasZone(written) ? Duration.ZERO : FURTHEST_ZONE;
    XmlDates.instant(written)
        .filter(updated -> updated.minus(tolerance).isAfter(now))
        .ifPresent(
            updated ->
                subject
                    .faults()
                    .warning(
                        subject.place(),
                        "last-updated-datetime",
                        FaultCode.IMPLAUSIBLE_DATE,
                        updated
                            + " is in the future; correct it, until then the activity counts as"
                            + " updated when it is read."));
  }

  private void checkActivityDates() {
    for (IatiElement date : activity.children("activity-date")) {
      String type = date.attribute("type").orElse("");
      if (type.equals(ACTUAL_START) || type.equals(ACTUAL_END)) {
        checkPast(date, "iso-date");
      } else {
        checkYear(date);
      }
    }
    checkOrder(PLANNED_START, PLANNED_END);
    checkOrder(ACTUAL_START, ACTUAL_END);
    if (dated(PLANNED_START).or(() -> dated(ACTUAL_START)).isEmpty()) {
      subject.warn(
          FaultCode.IMPLAUSIBLE_DATE,
          "The activity has neither a planned nor an actual start date; add one.");
    }
  }

  private void checkOrder(String startType, String endType) {
    Optional<IatiElement> start = dated(startType);
    Optional<IatiElement> end = dated(endType);
    if (start.isPresent() && end.isPresent() && day(end.get()).isBefore(day(start.get()))) {
      warn(
          end.get(),
          "The end "
              + day(end.get())
              + " is before the start "
              + day(start.get())
              + "; correct one of them.");
    }
  }

  private void checkPast(IatiElement element, String attribute) {
    Optional<LocalDate> day = element.attribute(attribute).map(XmlDates::date);
    if (day.isEmpty()) {
      return;
    }
    checkYear(element, day.get());
    if (day.get().isAfter(today)) {
      warn(element, day.get() + " is in the future, but should have happened; correct it.");
    }
  }

  private void checkYear(IatiElement date) {
    checkYear(date, day(date));
  }

  private void checkYear(IatiElement element, LocalDate day) {
    int year = day.getYear();
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      warn(element, "The year " + year + " is hardly right; correct it.");
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
          parent,
          "The period ends on "
              + last
              + " before it begins on "
              + first
              + "; correct one of them.");
    } else if (withinYear && last.isAfter(first.plusYears(1))) {
      warn(
          parent,
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

  private void warn(IatiElement element, String detail) {
    subject.warn(element, FaultCode.IMPLAUSIBLE_DATE, detail);
  }
}
