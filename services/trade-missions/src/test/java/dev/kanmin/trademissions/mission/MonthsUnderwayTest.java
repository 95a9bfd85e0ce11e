package dev.kanmin.trademissions.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MonthsUnderwayTest {

  @Test
  void the_first_and_the_last_month_count_however_few_days_are_in_them() {
    assertThat(MonthsUnderway.of(period("2027-12-31", "2028-02-01")))
        .containsExactly("2027-12", "2028-01", "2028-02");
  }

  @Test
  void more_than_two_years_are_not_counted_up() {
    assertThat(MonthsUnderway.of(period("2027-01-01", "2028-12-31"))).hasSize(24);
    assertThat(MonthsUnderway.of(period("2027-01-01", "2029-01-01"))).containsExactly("longer");
    assertThat(MonthsUnderway.of(period("0001-01-01", "9999-12-31"))).containsExactly("longer");
  }

  private static MissionPeriod period(String from, String to) {
    return new MissionPeriod(LocalDate.parse(from), LocalDate.parse(to));
  }
}
