package dev.kanmin.codes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days, moments and zones as they come in from outside, in one spelling each. Java's own readers
 * take much that a person did not mean: the day of a moment in some other zone, seconds since 1970,
 * the year 58933, an offset in place of a zone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, 5.6</a>
 */
public final class Rfc3339 {
  private static final String DAY = "([0-9]{4})-([0-9]{2})-([0-9]{2})";
  private static final Pattern FULL_DATE = Pattern.compile(DAY);
  private static final Pattern DATE_TIME =
      Pattern.compile(
          DAY
              + "[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?"
              + "(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private static final int NANO_DIGITS = 9;

  private Rfc3339() {}

  /**
   * A calendar day, a {@code full-date} of the years 0001 to 9999.
   *
   * @throws IllegalArgumentException unless it is one, such as 2027-04-01
   */
  public static LocalDate day(String text) {
    Matcher matcher = FULL_DATE.matcher(text);
    if (!matcher.matches()) {
      throw noDay(text);
    }
    try {
      return day(matcher);
    } catch (DateTimeException noSuchDay) {
      throw noDay(text);
    }
  }

  /**
   * A moment, a {@code date-time} of the years 0001 to 9999 in UTC. What is finer than a nanosecond
   * is cut off; leap seconds are not taken, as no clock of ours has them.
   *
   * @throws IllegalArgumentException unless it is one, such as 2027-04-01T09:00:00+09:00
   */
  public static Instant moment(String text) {
    Matcher matcher = DATE_TIME.matcher(text);
    if (!matcher.matches()) {
      throw noMoment(text);
    }
    try {
      Instant moment =
          day(matcher)
              .atTime(time(matcher))
              .toInstant(ZoneOffset.UTC)
              .minusSeconds(offsetSeconds(matcher));
      if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
        throw noMoment(text);
      }
      return moment;
    } catch (DateTimeException noSuchMoment) {
      throw noMoment(text);
    }
  }

  /**
   * A zone by its name in the IANA time zone database: an offset would be wrong in half of the
   * year.
   *
   * @throws IllegalArgumentException unless it is one, such as Asia/Tokyo
   */
  public static ZoneId zone(String text) {
    if (!ZONES.contains(text)) {
      throw Refusal.of("a time zone", text, "a name of the IANA database such as Asia/Tokyo");
    }
    return ZoneId.of(text);
  }

  private static LocalDate day(Matcher matcher) {
    int year = number(matcher, 1);
    if (year == 0) {
      throw new DateTimeException("there is no year 0");
    }
    return LocalDate.of(year, number(matcher, 2), number(matcher, 3));
  }

  private static LocalTime time(Matcher matcher) {
    String fraction = matcher.group(7);
    int nanos =
        fraction == null
            ? 0
            : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    return LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6), nanos);
  }

  /** Up to 23:59, as the grammar has it; Java's offsets end at 18:00. */
  private static long offsetSeconds(Matcher matcher) {
    if (matcher.group(8) == null) {
      return 0;
    }
    int seconds = LocalTime.of(number(matcher, 9), number(matcher, 10)).toSecondOfDay();
    return matcher.group(8).equals("-") ? -seconds : seconds;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static IllegalArgumentException noDay(String text) {
    return Refusal.of("a day", text, "a date (RFC 3339) such as 2027-04-01");
  }

  private static IllegalArgumentException noMoment(String text) {
    return Refusal.of("a moment", text, "a date-time (RFC 3339) such as 2027-04-01T09:00:00+09:00");
  }
}
