package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One field that an activity is about, and why.
 *
 * @param percentage which part of the activity is in sectors of this field (health and those that
 *     the field's hints name), 0 to 100 by the DAC percentages of the report; absent when these do
 *     not say
 * @param reasons what it was found by, or an officer's reason; at most 12
 */
public record FieldMapping(
    Field field, State state, Optional<BigDecimal> percentage, List<Reason> reasons) {

  /** How sure the mapping is; codes of {@code field-mapping-states}. */
  public enum State implements Coded {
    AUTOMATIC,
    CONFIRMED,
    OVERRIDDEN
  }

  /**
   * Why the activity is mapped to the field.
   *
   * @param evidence what was found: the keyword, the CRS or HS code; absent for officers' reasons
   */
  public record Reason(Code code, Optional<String> evidence) {

    /** Kinds of reasons. */
    public enum Code implements Coded {
      KEYWORD_IN_TITLE,
      KEYWORD_IN_DESCRIPTION,
      /** A code of the Harmonized System stands in the title or a description. */
      HS_CODE,
      /** A sector supports what a keyword or an HS code found; never enough alone. */
      CRS_SECTOR,
      WRONG_FIELD,
      FIELD_MISSED,
      NO_FIELD_FITS,
      OTHER
    }
  }
}
