package dev.kanmin.controltower.fiscal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * Fiscal years (年度) of Japan: 1 April to 31 March, called after the calendar year in which they
 * begin (Public Finance Act, article 11).
 */
public final class FiscalYears {
  /** Where days begin. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  /** First year that is taken, that of the oldest column of the RS-system's form 3-1. */
  public static final int FIRST = 2007;

  /** Last year that is taken, that of its last column. */
  public static final int LAST = 2060;

  private FiscalYears() {}

  /** The fiscal year of a day. */
  public static int of(LocalDate day) {
    return day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear();
  }

  /** The day in Tokyo at that moment. */
  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  public static LocalDate firstDay(int year) {
    return LocalDate.of(year, Month.APRIL, 1);
  }

  public static LocalDate lastDay(int year) {
    return LocalDate.of(year + 1, Month.MARCH, 31);
  }
}
