package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sector by the OECD DAC creditor reporting system: a purpose of 5 digits (IATI sector vocabulary
 * 1) or its category of 3 digits (vocabulary 2). Codes that the list {@code crs} lacks are
 * accepted: it holds health and its neighbours only.
 */
public record CrsCode(@JsonValue String code) implements Comparable<CrsCode> {
  private static final Pattern FORM = Pattern.compile("[1-9]\\d{2}(\\d{2})?");
  private static final int CATEGORY_DIGITS = 3;

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is 3 or 5 digits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CrsCode {
    if (!FORM.matcher(code).matches()) {
      throw Refusal.of(
          "a CRS code",
          code,
          "a purpose of 5 digits such as 12191, or a category of 3 such as 121");
    }
  }

  public static CrsCode of(String code) {
    return new CrsCode(code);
  }

  /** The code, or empty unless it is 3 or 5 digits. */
  public static Optional<CrsCode> find(String code) {
    return FORM.matcher(code).matches() ? Optional.of(new CrsCode(code)) : Optional.empty();
  }

  public boolean isCategory() {
    return code.length() == CATEGORY_DIGITS;
  }

  /** The category of 3 digits: 121 for 12191; itself for a category. */
  public CrsCode category() {
    return isCategory() ? this : new CrsCode(code.substring(0, CATEGORY_DIGITS));
  }

  @Override
  public int compareTo(CrsCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
