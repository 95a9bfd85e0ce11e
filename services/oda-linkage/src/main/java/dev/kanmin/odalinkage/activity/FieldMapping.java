package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
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
  public enum State {
    @JsonProperty("automatic")
    AUTOMATIC,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("overridden")
    OVERRIDDEN
  }

  /**
   * Why the activity is mapped to the field.
   *
   * @param evidence what was found: the keyword, the CRS or HS code; absent for officers' reasons
   */
  public record Reason(Code code, Optional<String> evidence) {

    /** Kinds of reasons. */
    public enum Code {
      @JsonProperty("keyword-in-title")
      KEYWORD_IN_TITLE,
      @JsonProperty("keyword-in-description")
      KEYWORD_IN_DESCRIPTION,
      /** A code of the Harmonized System stands in the title or a description. */
      @JsonProperty("hs-code")
      HS_CODE,
      /** A sector supports what a keyword or an HS code found; never enough alone. */
      @JsonProperty("crs-sector")
      CRS_SECTOR,
      @JsonProperty("wrong-field")
      WRONG_FIELD,
      @JsonProperty("field-missed")
      FIELD_MISSED,
      @JsonProperty("no-field-fits")
      NO_FIELD_FITS,
      @JsonProperty("other")
      OTHER
    }
  }
}
