package dev.kanmin.codes.calendar;

import dev.kanmin.codes.Coded;
import dev.kanmin.codes.LocalizedText;

/** Why offices are closed on a day. */
public record ClosedDay(Reason reason, LocalizedText name) {

  /** Sorts of closed days. */
  public enum Reason implements Coded {
    WEEKEND,
    NATIONAL_HOLIDAY,
    SUBSTITUTE_HOLIDAY,
    CITIZENS_HOLIDAY,
    /** 29 December to 3 January, by the act on holidays of administrative organs. */
    YEAR_END
  }
}
