package dev.kanmin.odalinkage.iati;

/** A value as it is shown in a sentence about it: quoted, on one line, and shortened. */
final class Quoted {

  private static final int LONGEST = 60;
  private static final int LONGEST_IDENTIFIER = 300;

  private Quoted() {}

  static String of(String value) {
    return '"' + upTo(LONGEST, value) + '"';
  }

  /** Without quotes, and long enough for any identifier that is one. */
  static String shortened(String value) {
    return upTo(LONGEST_IDENTIFIER, value);
  }

  private static String upTo(int most, String value) {
    int length = Math.min(value.length(), most);
    if (length < value.length() && Character.isHighSurrogate(value.charAt(length - 1))) {
      length--;
    }
    StringBuilder shown = new StringBuilder(length + 1);
    for (int i = 0; i < length; i++) {
      char character = value.charAt(i);
      shown.append(Character.isISOControl(character) ? ' ' : character);
    }
    return shown.append(length < value.length() ? "…" : "").toString();
  }
}
