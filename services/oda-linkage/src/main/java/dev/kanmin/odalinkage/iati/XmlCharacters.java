package dev.kanmin.odalinkage.iati;

import java.util.OptionalInt;

/** The characters that XML 1.0 can hold (production 2). */
final class XmlCharacters {

  private XmlCharacters() {}

  /** The first code point in the text that XML cannot hold. */
  static OptionalInt firstForbidden(String text) {
    return text.codePoints().filter(point -> !allowed(point)).findFirst();
  }

  private static boolean allowed(int point) {
    if (point < 0x20) {
      return point == '\t' || point == '\n' || point == '\r';
    }
    return point <= 0xD7FF || (point >= 0xE000 && point != 0xFFFE && point != 0xFFFF);
  }
}
