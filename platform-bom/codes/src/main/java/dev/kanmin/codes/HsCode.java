package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A class of goods of the Harmonized System: 2 digits (chapter), 4 (heading) or 6 (subheading),
 * without points. National lines with more digits differ by country and are cut before they come
 * here.
 */
public record HsCode(@JsonValue String code) implements Comparable<HsCode> {
  private static final Pattern FORM = Pattern.compile("(\\d{2}){1,3}");

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is 2, 4 or 6 digits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HsCode {
    if (!FORM.matcher(code).matches()) {
      throw Refusal.of("an HS code", code, "2, 4 or 6 digits such as 901812");
    }
  }

  public static HsCode of(String code) {
    return new HsCode(code);
  }

  /** The code, or empty unless it is 2, 4 or 6 digits. */
  public static Optional<HsCode> find(String code) {
    return FORM.matcher(code).matches() ? Optional.of(new HsCode(code)) : Optional.empty();
  }

  /** Whether the other is this class or a part of it: 9018 covers 901812. */
  public boolean covers(HsCode other) {
    return other.code.startsWith(code);
  }

  @Override
  public int compareTo(HsCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
