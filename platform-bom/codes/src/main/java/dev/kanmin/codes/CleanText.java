package dev.kanmin.codes;

/**
 * Text that every reader of ours can hold: XML files, CSV, terminals, other people's databases.
 * Line breaks and tabs are part of it; other control characters, halves of surrogate pairs and what
 * Unicode calls no character are not.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2, with its note</a>
 */
public final class CleanText {
  private static final int NONCHARACTERS_FROM = 0xFDD0;
  private static final int NONCHARACTERS_TO = 0xFDEF;
  private static final int END_OF_PLANE = 0xFFFE;

  private CleanText() {}

  /**
   * The same text.
   *
   * @throws IllegalArgumentException if it holds something else; names the first, never quotes it
   */
  public static String require(String text) {
    for (int at = 0; at < text.length(); at++) {
      int character = text.codePointAt(at);
      if (!isClean(character)) {
        throw new IllegalArgumentException(
            "character %d is U+%04X, which no text has: leave it out"
                .formatted(text.codePointCount(0, at) + 1, character));
      }
      if (Character.isSupplementaryCodePoint(character)) {
        at++;
      }
    }
    return text;
  }

  private static boolean isClean(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
      case Character.SURROGATE -> false;
      case Character.UNASSIGNED -> !isNoncharacter(character);
      default -> true;
    };
  }

  private static boolean isNoncharacter(int character) {
    return (character >= NONCHARACTERS_FROM && character <= NONCHARACTERS_TO)
        || (character & END_OF_PLANE) == END_OF_PLANE;
  }
}
