package dev.kanmin.directory.sme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An industry of the Japan Standard Industrial Classification (日本標準産業分類): the letter of its
 * division and the 2 to 4 digits of its group, {@code E2743}. Full-width input is accepted.
 *
 * @see <a href="https://www.soumu.go.jp/toukei_toukatsu/index/seido/sangyo/">Ministry of Internal
 *     Affairs and Communications: JSIC</a>
 */
public record IndustryCode(@JsonValue String code) {
  private static final String DIVISIONS = "jsic-divisions";
  private static final Pattern FORM = Pattern.compile("[A-T][0-9]{2,4}");

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is a letter with 2 to 4 digits of that division
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IndustryCode {
    code = Normalizer.normalize(code, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(code).matches() || !isOfItsDivision(code)) {
      throw new IllegalArgumentException(
          "an industry is the letter of a JSIC division and 2 to 4 digits of it, such as E2743");
    }
  }

  /** The digits alone, which name the group without its division. */
  String digits() {
    return code.substring(1);
  }

  private static boolean isOfItsDivision(String code) {
    String major = code.substring(1, 3);
    return CodeLists.list(DIVISIONS)
        .find(code.substring(0, 1))
        .filter(division -> isWithin(major, division))
        .isPresent();
  }

  private static boolean isWithin(String major, CodeEntry division) {
    return major.compareTo(division.text("from").orElseThrow()) >= 0
        && major.compareTo(division.text("to").orElseThrow()) <= 0;
  }

  @Override
  public String toString() {
    return code;
  }
}
