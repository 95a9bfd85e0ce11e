package dev.kanmin.codes.calendar;

import dev.kanmin.codes.LocalizedText;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working days of Japanese public offices: neither Saturday nor Sunday, no holiday, and not 29
 * December to 3 January. Days are those of Tokyo.
 */
public final class WorkingCalendar {
  /** Where days begin. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final MonthDay YEAR_END = MonthDay.of(12, 29);
  private static final MonthDay NEW_YEAR = MonthDay.of(1, 3);
  private static final LocalizedText WEEKEND =
      new LocalizedText(
          Map.of("ja", "土日", "en", "Weekend", "zh-Hans", "周末", "zh-Hant", "週末", "ko", "주말"));
  private static final LocalizedText CLOSED =
      new LocalizedText(
          Map.of(
              "ja",
              "年末年始",
              "en",
              "Year end and New Year",
              "zh-Hans",
              "年末年初",
              "zh-Hant",
              "年末年初",
              "ko",
              "연말연시"));

  private static final CalendarData DATA = CalendarData.read();
  private static final Map<Integer, Map<LocalDate, ClosedDay>> YEARS = new ConcurrentHashMap<>();

  private WorkingCalendar() {}

  /** Why offices are closed on that day; empty on a working day. */
  public static Optional<ClosedDay> closed(LocalDate day) {
    return Optional.ofNullable(
            YEARS.computeIfAbsent(day.getYear(), year -> Holidays.of(year, DATA)).get(day))
        .or(() -> yearEnd(day))
        .or(() -> weekend(day));
  }

  public static boolean isWorkingDay(LocalDate day) {
    return closed(day).isEmpty();
  }

  /** Whether the equinoxes of that day's year have yet to be announced, or a law may change it. */
  public static boolean isProvisional(LocalDate day) {
    return day.getYear() > DATA.announcedThrough();
  }

  /** First day that is provisional. */
  public static LocalDate provisionalFrom() {
    return LocalDate.of(DATA.announcedThrough() + 1, 1, 1);
  }

  /** The day in Tokyo at that moment. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The day on which so many working days after that day have come; 0 is the day itself. */
  public static LocalDate plus(LocalDate day, int workingDays) {
    return move(day, workingDays, 1);
  }

  /** The day so many working days before that day. */
  public static LocalDate minus(LocalDate day, int workingDays) {
    return move(day, workingDays, -1);
  }

  /** The texts of law that the calendar stands on, and their addresses. */
  public static List<CalendarData.Source> sources() {
    return DATA.sources();
  }

  /**
   * How many working days there are from one day to another, both included; 0 if there are none.
   */
  public static int count(LocalDate first, LocalDate last) {
    return last.isBefore(first)
        ? 0
        : (int) first.datesUntil(last.plusDays(1)).filter(WorkingCalendar::isWorkingDay).count();
  }

  private static LocalDate move(LocalDate day, int workingDays, int step) {
    LocalDate moved = day;
    int left = workingDays;
    while (left > 0) {
      moved = moved.plusDays(step);
      if (isWorkingDay(moved)) {
        left--;
      }
    }
    return moved;
  }

  private static Optional<ClosedDay> yearEnd(LocalDate day) {
    MonthDay at = MonthDay.from(day);
    return at.isBefore(YEAR_END) && at.isAfter(NEW_YEAR)
        ? Optional.empty()
        : Optional.of(new ClosedDay(ClosedDay.Reason.YEAR_END, CLOSED));
  }

  private static Optional<ClosedDay> weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
        ? Optional.of(new ClosedDay(ClosedDay.Reason.WEEKEND, WEEKEND))
        : Optional.empty();
  }
}
