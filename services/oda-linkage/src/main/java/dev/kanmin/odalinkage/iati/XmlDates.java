package dev.kanmin.odalinkage.iati;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates and times of XML Schema 1.0 (part 2, 3.2.7 and 3.2.9): ISO 8601 with a year of four or
 * more digits, never zero, and an optional zone.
 */
final class XmlDates {

  private static final String DAY = "(-?(?:[1-9][0-9]{3,}|0[0-9]{3}))-([0-9]{2})-([0-9]{2})";
  private static final String ZONE = "(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?";
  private static final Pattern DATE = Pattern.compile(DAY + ZONE);
  private static final Pattern DATE_TIME =
      Pattern.compile(DAY + "T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?" + ZONE);

  /** Far enough for anybody, and far from where computing with {@link LocalDate} overflows. */
  private static final int YEAR_DIGITS = 6;

  private XmlDates() {}

  static boolean isDate(String written) {
    if (plainDay(written).isPresent()) {
      return true;
    }
    Matcher matcher = DATE.matcher(written);
    return matcher.matches() && day(matcher).isPresent();
  }

  static boolean isDateTime(String written) {
    Matcher matcher = DATE_TIME.matcher(written);
    return matcher.matches() && dateTime(matcher).isPresent();
  }

  /**
   * The day, its zone left aside.
   *
   * @throws IllegalArgumentException when it is none
   */
  static LocalDate date(String written) {
    Optional<LocalDate> plain = plainDay(written);
    if (plain.isPresent()) {
      return plain.get();
    }
    Matcher matcher = DATE.matcher(written.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a date: " + written);
    }
    return day(matcher).orElseThrow(() -> new IllegalArgumentException("Not a date: " + written));
  }

  /** Whether it says in which zone. */
  static boolean hasZone(String written) {
    Matcher matcher = DATE_TIME.matcher(written.strip());
    return matcher.matches() && matcher.group(8) != null;
  }

  /** The moment, a missing zone read as UTC; empty when it is none. */
  static Optional<Instant> instant(String written) {
    Matcher matcher = DATE_TIME.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String zone = matcher.group(8);
    return dateTime(matcher)
        .map(local -> local.toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone)));
  }

  /**
   * The usual form, 2024-03-31, without the cost of the general one; dates are what files have most
   * of.
   */
  private static Optional<LocalDate> plainDay(String written) {
    if (written.length() != 10 || written.charAt(4) != '-' || written.charAt(7) != '-') {
      return Optional.empty();
    }
    int year = digits(written, 0, 4);
    int month = digits(written, 5, 7);
    int dayOfMonth = digits(written, 8, 10);
    boolean exists =
        year > 0
            && month >= 1
            && month <= 12
            && dayOfMonth >= 1
            && dayOfMonth <= YearMonth.of(year, month).lengthOfMonth();
    return exists ? Optional.of(LocalDate.of(year, month, dayOfMonth)) : Optional.empty();
  }

  /** The number that these characters make, -1 when one is not a digit. */
  private static int digits(String written, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = written.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static Optional<LocalDate> day(Matcher matcher) {
    String year = matcher.group(1);
    if (year.length() > YEAR_DIGITS || Integer.parseInt(year) == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(year),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> dateTime(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group(4));
    int minute = Integer.parseInt(matcher.group(5));
    int second = Integer.parseInt(matcher.group(6));
    String fraction = matcher.group(7);
    boolean endOfDay =
        hour == 24 && minute == 0 && second == 0 && (fraction == null || fraction.matches("0+"));
    if (!endOfDay && (hour > 23 || minute > 59 || second > 59)) {
      return Optional.empty();
    }
    return day(matcher)
        .map(
            day ->
                endOfDay
                    ? day.plusDays(1).atStartOfDay()
                    : day.atTime(hour, minute, second, nanoseconds(fraction)));
  }

  private static int nanoseconds(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
  }
}
