package dev.kanmin.odalinkage.iati;

/** White space as XML defines it: space, tab, line feed, carriage return, and nothing else. */
final class XmlSpace {

  private XmlSpace() {}

  static boolean isSpace(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }

  static boolean isBlank(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** As XML Schema collapses it: none around, runs within made one space. */
  static String collapsed(String text) {
    if (!needsCollapsing(text)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isSpace(character)) {
        pending = !result.isEmpty();
      } else {
        if (pending) {
          result.append(' ');
          pending = false;
        }
        result.append(character);
      }
    }
    return result.toString();
  }

  private static boolean needsCollapsing(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSpace(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
