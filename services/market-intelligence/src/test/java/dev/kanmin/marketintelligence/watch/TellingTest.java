package dev.kanmin.marketintelligence.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Language;
import dev.kanmin.marketintelligence.watch.Telling.Rhythm;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellingTest {
  @Test
  void at_once_is_now() {
    assertThat(next(Rhythm.AT_ONCE, "Asia/Tokyo", 8, "2026-10-01T03:00:00Z"))
        .isEqualTo("2026-10-01T03:00:00Z");
  }

  @Test
  void a_daily_digest_comes_at_the_hour_on_the_readers_clock() {
    assertThat(next(Rhythm.DAILY, "Asia/Tokyo", 8, "2026-09-30T22:59:59Z"))
        .isEqualTo("2026-09-30T23:00:00Z");
    assertThat(next(Rhythm.DAILY, "Asia/Tokyo", 8, "2026-09-30T23:00:00Z"))
        .isEqualTo("2026-10-01T23:00:00Z");
    // half an hour off the full one
    assertThat(next(Rhythm.DAILY, "Asia/Kolkata", 8, "2026-10-01T00:00:00Z"))
        .isEqualTo("2026-10-01T02:30:00Z");
  }

  @Test
  void an_hour_that_summer_time_leaves_out_is_the_one_after_it() {
    assertThat(next(Rhythm.DAILY, "Europe/Berlin", 2, "2027-03-28T00:30:00Z"))
        .isEqualTo("2027-03-28T01:00:00Z");
  }

  @Test
  void a_weekly_digest_comes_on_its_day() {
    // 1 October 2026 is a Thursday
    assertThat(next(Rhythm.WEEKLY, "Asia/Tokyo", 8, "2026-10-01T00:00:00Z"))
        .isEqualTo("2026-10-04T23:00:00Z");
    assertThat(next(Rhythm.WEEKLY, "Asia/Tokyo", 8, "2026-10-04T23:00:00Z"))
        .isEqualTo("2026-10-11T23:00:00Z");
  }

  private static Instant next(Rhythm rhythm, String zone, int hour, String now) {
    return new Telling(
            "officer@sample.example",
            rhythm,
            ZoneId.of(zone),
            Optional.of(hour),
            Optional.of(DayOfWeek.MONDAY),
            Language.JAPANESE)
        .next(Instant.parse(now));
  }
}
