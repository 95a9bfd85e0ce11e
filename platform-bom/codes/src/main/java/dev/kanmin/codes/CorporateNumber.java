package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A corporate number (法人番号): 13 digits, of which the first is the check digit of the other twelve.
 * Full-width digits, hyphens and blanks, as people type and paste them, are accepted and put away;
 * any other character is refused.
 *
 * @see <a href="https://www.houjin-bangou.nta.go.jp/">National Tax Agency: corporate number
 *     publication site</a>
 */
public record CorporateNumber(@JsonValue String digits) implements Comparable<CorporateNumber> {
  /**
   * What an organisation identifier begins with that is made of a corporate number (org-id.guide
   * list JP-JCN).
   */
  public static final String ORGANISATION_PREFIX = "JP-JCN-";

  private static final Pattern FORM = Pattern.compile("[0-9]{13}");
  private static final Pattern BODY = Pattern.compile("[0-9]{12}");

  /** What is typed for a hyphen and is none: the long vowel ー, the minus sign, a ruled line. */
  private static final String LIKE_A_HYPHEN = "\u30FC\u2212\u2500";

  private static final String EXPECTED = "13 digits, the first of them the check digit";

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is 13 digits with the right check digit
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CorporateNumber {
    var typed = digits;
    digits = withoutTypingVariants(typed);
    if (!FORM.matcher(digits).matches()) {
      throw Refusal.of("a corporate number", typed, EXPECTED);
    }
    var expected = checkDigit(digits.substring(1));
    if (digits.charAt(0) != expected) {
      throw Refusal.of(
          "a corporate number", typed, EXPECTED + " (it would be " + expected + " here)");
    }
  }

  public static CorporateNumber of(String digits) {
    return new CorporateNumber(digits);
  }

  /**
   * The corporate number of a body of 12 digits, as a registry mints it.
   *
   * @throws IllegalArgumentException unless it is 12 digits
   */
  public static CorporateNumber withCheckDigitFor(String body) {
    if (!BODY.matcher(body).matches()) {
      throw Refusal.of("the body of a corporate number", body, "12 digits");
    }
    return new CorporateNumber(checkDigit(body) + body);
  }

  /** As organisation identifier, for IATI and OCDS: {@code JP-JCN-4000012090001}. */
  public String asOrganisationIdentifier() {
    return ORGANISATION_PREFIX + digits;
  }

  /** 9 − (Σ Pn·Qn mod 9), n counted from the right, Qn = 1 for odd and 2 for even n. */
  private static char checkDigit(String body) {
    var sum = 0;
    for (var n = 1; n <= body.length(); n++) {
      var digit = body.charAt(body.length() - n) - '0';
      sum += n % 2 == 0 ? digit * 2 : digit;
    }
    return (char) ('0' + 9 - sum % 9);
  }

  private static String withoutTypingVariants(String typed) {
    return Typed.inUsualWidth(typed)
        .chars()
        .filter(character -> !isSeparator(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSeparator(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION -> true;
      // what spreadsheets put between cells, and pages into what is copied from them
      case Character.CONTROL -> character == '\t';
      case Character.FORMAT -> true;
      default -> LIKE_A_HYPHEN.indexOf(character) >= 0;
    };
  }

  @Override
  public int compareTo(CorporateNumber other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
