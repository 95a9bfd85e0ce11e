package dev.kanmin.odalinkage.iati;

import java.util.OptionalInt;

/** The characters that XML 1.0 can hold (production 2). */
final class XmlCharacters {

  private XmlCharacters() {}

  /** The first code point in the text that XML cannot hold. */
  static OptionalInt firstForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= ' ' && character < Character.MIN_SURROGATE) {
        continue;
      }
      int point = text.codePointAt(i);
      if (!allowed(point)) {
        return OptionalInt.of(point);
      }
      i += Character.charCount(point) - 1;
    }
    return OptionalInt.empty();
  }

  static String fault(int point) {
    return "The character U+%04X cannot be written in XML; remove it.".formatted(point);
  }

  static boolean allowed(int point) {
    if (point < 0x20) {
      return point == '\t' || point == '\n' || point == '\r';
    }
    return point <= 0xD7FF || (point >= 0xE000 && point != 0xFFFE && point != 0xFFFF);
  }
}
