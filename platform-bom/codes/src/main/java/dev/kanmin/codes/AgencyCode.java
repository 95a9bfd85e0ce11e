package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The short code of an agency (機関), as tokens carry it: {@code jica}, {@code prefecture-13}. Only
 * the form is checked here, because an issuer may be trusted for agencies that are in no list yet;
 * {@link Agencies} knows the listed ones.
 */
public record AgencyCode(@JsonValue String code) implements Comparable<AgencyCode> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 40;

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is lower-case letters, digits and single hyphens, 40
   *     characters at most
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AgencyCode {
    if (code.length() > LONGEST || !FORM.matcher(code).matches()) {
      throw Refusal.of(
          "an agency code",
          code,
          "up to " + LONGEST + " lower-case letters, digits and hyphens such as jica");
    }
  }

  public static AgencyCode of(String code) {
    return new AgencyCode(code);
  }

  @Override
  public int compareTo(AgencyCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
