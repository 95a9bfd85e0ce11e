package dev.kanmin.web;

/** Codes of the faults that any request can have; those of a domain are its own. */
public final class FaultCodes {
  /** The body is no JSON. */
  public static final String MALFORMED_JSON = "malformed-json";

  /** The body has a field that is not documented. */
  public static final String UNKNOWN_FIELD = "unknown-field";

  /** A field has another JSON type than documented. */
  public static final String WRONG_TYPE = "wrong-type";

  /** A required body, field, parameter or header is absent or null. */
  public static final String MISSING = "missing";

  /** The value is of the right type and yet none that is accepted here. */
  public static final String INVALID_VALUE = "invalid-value";

  /** A query parameter that is not documented. */
  public static final String UNKNOWN_PARAMETER = "unknown-parameter";

  /** A query parameter or header that may stand once stands more often. */
  public static final String REPEATED = "repeated";

  /** The cursor is damaged, or belongs to another query. */
  public static final String INVALID_CURSOR = "invalid-cursor";

  /** The position lies beyond the end of the feed: another feed gave it. */
  public static final String BEYOND_END = "beyond-end";

  private FaultCodes() {}
}
