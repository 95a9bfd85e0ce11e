package dev.kanmin.odalinkage.iati;

/**
 * Blanks as people type and paste them into identifiers: white space of any kind, the full-width
 * and the no-break one too, and characters that nobody sees.
 */
final class Blanks {

  private static final String UNSEEN = "\u200B\u2060\uFEFF";

  private Blanks() {}

  /** Without the blanks around it. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isIn(String text) {
    return text.chars().anyMatch(character -> isBlank((char) character));
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || UNSEEN.indexOf(character) >= 0;
  }
}
