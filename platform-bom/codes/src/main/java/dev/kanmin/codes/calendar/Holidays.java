package dev.kanmin.codes.calendar;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.calendar.CalendarData.HolidayRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The holidays of one year by the National Holidays Act (国民の祝日に関する法律): those of article 2, the
 * substitute for one on a Sunday (article 3 (2)) and a day between two (article 3 (3)).
 */
public final class Holidays {
  /** The equinox formula holds for these years, and the rules as they stand since 2007. */
  public static final int FIRST_YEAR = 2007;

  public static final int LAST_YEAR = 2099;

  private static final LocalizedText SUBSTITUTE =
      new LocalizedText(
          Map.of(
              "ja",
              "振替休日",
              "en",
              "Substitute holiday",
              "zh-Hans",
              "补休",
              "zh-Hant",
              "補假",
              "ko",
              "대체휴일"));
  private static final LocalizedText BETWEEN =
      new LocalizedText(
          Map.of(
              "ja",
              "国民の休日",
              "en",
              "Citizens' holiday",
              "zh-Hans",
              "国民休息日",
              "zh-Hant",
              "國民假日",
              "ko",
              "국민의 휴일"));

  private Holidays() {}

  /** Day to what closes the offices on it; empty outside the years that are known. */
  static Map<LocalDate, ClosedDay> of(int year, CalendarData data) {
    Map<LocalDate, ClosedDay> days = new TreeMap<>();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return days;
    }
    for (HolidayRule rule : data.rules()) {
      if (year >= rule.from().orElse(year) && year <= rule.until().orElse(year)) {
        LocalDate day = day(rule, year);
        boolean removed =
            data.overrides().stream()
                .anyMatch(
                    it -> it.on().equals(day) && it.remove().equals(Optional.of(rule.code())));
        if (!removed) {
          days.put(day, new ClosedDay(ClosedDay.Reason.NATIONAL_HOLIDAY, rule.labels()));
        }
      }
    }
    data.overrides().stream()
        .filter(it -> it.on().getYear() == year)
        .forEach(
            it ->
                it.labels()
                    .ifPresent(
                        name ->
                            days.put(
                                it.on(), new ClosedDay(ClosedDay.Reason.NATIONAL_HOLIDAY, name))));
    List<LocalDate> national = List.copyOf(days.keySet());
    national.forEach(day -> between(day, days, national));
    national.forEach(day -> substitute(day, days, national));
    return days;
  }

  private static LocalDate day(HolidayRule rule, int year) {
    if (rule.monday().isPresent()) {
      String[] parts = rule.monday().get().split("/", 2);
      return LocalDate.of(year, Integer.parseInt(parts[0]), 1)
          .with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(parts[1]), DayOfWeek.MONDAY));
    }
    if (rule.equinox().isPresent()) {
      return rule.equinox().get().equals("vernal")
          ? LocalDate.of(year, 3, equinox(20.8431, year))
          : LocalDate.of(year, 9, equinox(23.2488, year));
    }
    return LocalDate.parse(Year.of(year) + "-" + rule.on().orElseThrow());
  }

  /** The approximation of the Japanese ephemeris for 1980 to 2099. */
  private static int equinox(double first, int year) {
    int since = year - 1980;
    return (int) (first + 0.242194 * since) - since / 4;
  }

  private static void substitute(
      LocalDate day, Map<LocalDate, ClosedDay> days, List<LocalDate> national) {
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      LocalDate next = day.plusDays(1);
      while (national.contains(next)) {
        next = next.plusDays(1);
      }
      days.put(next, new ClosedDay(ClosedDay.Reason.SUBSTITUTE_HOLIDAY, SUBSTITUTE));
    }
  }

  private static void between(
      LocalDate day, Map<LocalDate, ClosedDay> days, List<LocalDate> national) {
    LocalDate next = day.plusDays(1);
    if (!national.contains(next) && national.contains(day.plusDays(2))) {
      days.putIfAbsent(next, new ClosedDay(ClosedDay.Reason.CITIZENS_HOLIDAY, BETWEEN));
    }
  }
}
