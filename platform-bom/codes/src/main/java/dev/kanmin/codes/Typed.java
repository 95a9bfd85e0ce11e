package dev.kanmin.codes;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type and paste, as it was meant. */
final class Typed {
  /** Full-width and half-width forms, the ideographic blank and the one that does not break. */
  private static final Pattern WIDTHS = Pattern.compile("[\\uFF00-\\uFFEF\\u3000\\u00A0]+");

  private Typed() {}

  /**
   * In the usual width, by Unicode's NFKC; {@code ＨＳ} is {@code HS}, {@code ｺｰﾄﾞ} is {@code コード}.
   * Nothing but widths: folding circled numbers or digits of other scripts would hide a wrong
   * value.
   */
  static String inUsualWidth(String text) {
    return WIDTHS
        .matcher(text)
        .replaceAll(run -> Normalizer.normalize(run.group(), Normalizer.Form.NFKC));
  }
}
