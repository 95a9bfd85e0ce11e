package dev.kanmin.directory.company;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A generic name of the Japanese Medical Device Nomenclature (JMDN, 一般的名称コード): 8 digits, of which
 * the first is 1, 3 or 4 where it comes from the GMDN and 7 where it is Japan's own. Full-width
 * digits are accepted.
 */
public record JmdnCode(@JsonValue String code) {
  private static final Pattern FORM = Pattern.compile("[1347][0-9]{7}");

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is 8 digits beginning with 1, 3, 4 or 7
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public JmdnCode {
    code = Normalizer.normalize(code, Normalizer.Form.NFKC).strip();
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a JMDN code is 8 digits beginning with 1, 3, 4 or 7, such as 36957001");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
