package dev.kanmin.codes.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.calendar.ClosedDay.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the days that the Cabinet Office published for these years. */
class WorkingCalendarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2009 | 01-01 01-12 02-11 03-20 04-29 05-03 05-04 05-05 05-06 07-20 09-21 09-22 09-23 10-12 11-03 11-23 12-23
          2015 | 01-01 01-12 02-11 03-21 04-29 05-03 05-04 05-05 05-06 07-20 09-21 09-22 09-23 10-12 11-03 11-23 12-23
          2019 | 01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 10-22 11-03 11-04 11-23
          2020 | 01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23
          2021 | 01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23
          2026 | 01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23
          2027 | 01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23
          """)
  void holidays_are_those_of_the_act(int year, String days) {
    assertThat(Holidays.of(year, CalendarData.read()).keySet())
        .containsExactlyElementsOf(
            Arrays.stream(days.split(" ")).map(day -> LocalDate.parse(year + "-" + day)).toList());
  }

  @Test
  void a_day_between_two_and_a_substitute_are_told_apart() {
    assertThat(reason("2026-09-22")).isEqualTo(Reason.CITIZENS_HOLIDAY);
    assertThat(reason("2026-05-06")).isEqualTo(Reason.SUBSTITUTE_HOLIDAY);
    assertThat(reason("2026-05-03")).isEqualTo(Reason.NATIONAL_HOLIDAY);
    assertThat(reason("2026-10-03")).isEqualTo(Reason.WEEKEND);
  }

  @Test
  void offices_are_closed_from_29_december_to_3_january() {
    for (String day : List.of("2026-12-29", "2026-12-31", "2027-01-03")) {
      assertThat(reason(day)).isEqualTo(Reason.YEAR_END);
    }
    assertThat(WorkingCalendar.isWorkingDay(LocalDate.parse("2026-12-28"))).isTrue();
    assertThat(WorkingCalendar.isWorkingDay(LocalDate.parse("2027-01-04"))).isTrue();
  }

  @Test
  void working_days_are_counted_over_all_of_them() {
    assertThat(WorkingCalendar.plus(LocalDate.parse("2026-09-18"), 1)).hasToString("2026-09-24");
    assertThat(WorkingCalendar.plus(LocalDate.parse("2026-12-28"), 1)).hasToString("2027-01-04");
    assertThat(WorkingCalendar.minus(LocalDate.parse("2027-01-04"), 1)).hasToString("2026-12-28");
  }

  @Test
  void years_that_are_not_announced_yet_are_provisional() {
    assertThat(WorkingCalendar.isProvisional(LocalDate.parse("2027-12-31"))).isFalse();
    assertThat(WorkingCalendar.isProvisional(LocalDate.parse("2028-01-01"))).isTrue();
  }

  private static Reason reason(String day) {
    return WorkingCalendar.closed(LocalDate.parse(day)).orElseThrow().reason();
  }
}
