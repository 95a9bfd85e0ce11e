package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * One field that a tender is about, and why.
 *
 * @param reasons what it was found by, or an officer's reason; at most 12
 */
@Schema(name = "TenderFieldMapping")
public record FieldMapping(Field field, State state, List<Reason> reasons) {

  /** How sure the mapping is; codes of {@code field-mapping-states}. */
  public enum State implements Coded {
    AUTOMATIC,
    CONFIRMED,
    OVERRIDDEN
  }

  /**
   * Why the tender is mapped to the field.
   *
   * @param evidence what was found: the keyword, the HS code, the scheme and code of an item;
   *     absent for officers' reasons
   */
  @Schema(name = "TenderFieldReason")
  public record Reason(Code code, Optional<String> evidence) {

    /** Kinds of reasons; codes of {@code field-mapping-reasons}. */
    public enum Code implements Coded {
      KEYWORD_IN_TITLE,
      KEYWORD_IN_DESCRIPTION,
      HS_CODE,
      /** An item has a code of CPV that stands for goods of the field. */
      ITEM_CLASSIFICATION,
      /** Whoever entered the tender said so. */
      STATED,
      WRONG_FIELD,
      FIELD_MISSED,
      NO_FIELD_FITS,
      OTHER
    }
  }
}
