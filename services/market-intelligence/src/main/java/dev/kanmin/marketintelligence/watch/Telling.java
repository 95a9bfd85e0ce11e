package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Language;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Whom a watch tells, and when.
 *
 * @param address of the reader's mail: a person's data, shown to the watch's agency alone
 * @param rhythm a code of {@code watch-rhythms}
 * @param zone where the reader's clock runs
 * @param hour of the digest on that clock, 0 to 23; 8 if it is not said
 * @param weekday of the weekly digest, in English; Monday if it is not said
 * @param language of the mail, one of the site's
 */
public record Telling(
    String address,
    Rhythm rhythm,
    ZoneId zone,
    Optional<Integer> hour,
    Optional<DayOfWeek> weekday,
    Language language) {

  private static final int MORNING = 8;

  /** How often. */
  public enum Rhythm implements Coded {
    AT_ONCE,
    DAILY,
    WEEKLY
  }

  Telling withoutAddress() {
    return new Telling("", rhythm, zone, hour, weekday, language);
  }

  /**
   * When something new is told that is there now. An hour that a change to summer time leaves out
   * is the one after it.
   */
  Instant next(Instant now) {
    return switch (rhythm) {
      case AT_ONCE -> now;
      case DAILY -> {
        ZonedDateTime today = digest(now.atZone(zone));
        yield (today.toInstant().isAfter(now) ? today : digest(now.atZone(zone).plusDays(1)))
            .toInstant();
      }
      case WEEKLY -> {
        DayOfWeek day = weekday.orElse(DayOfWeek.MONDAY);
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime first = digest(here.with(TemporalAdjusters.nextOrSame(day)));
        yield (first.toInstant().isAfter(now)
                ? first
                : digest(here.with(TemporalAdjusters.next(day))))
            .toInstant();
      }
    };
  }

  private ZonedDateTime digest(ZonedDateTime day) {
    return day.toLocalDate().atTime(LocalTime.of(hour.orElse(MORNING), 0)).atZone(zone);
  }
}
