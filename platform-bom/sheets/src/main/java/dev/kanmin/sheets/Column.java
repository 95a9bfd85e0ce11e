package dev.kanmin.sheets;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A column of a table.
 *
 * @param code its name in English, {@code corporate_number}
 * @param label its name in Japanese, 法人番号
 * @param pointer of the part of the record that it holds; faults there are told of this column
 * @param hint what is accepted, for the template
 */
public record Column(String code, String label, String pointer, String hint) {

  /** Whether that is what it is called: by code or by label, whatever the width and case. */
  boolean isCalled(String header) {
    String folded = folded(header);
    return folded.equals(folded(code)) || folded.equals(folded(label));
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
