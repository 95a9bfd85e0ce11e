package dev.kanmin.web;

/** What a client sent, fit to stand in a message. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** In quotes, shortened, control characters made visible. */
  static String of(String text) {
    StringBuilder quoted = new StringBuilder("'");
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            point -> {
              if (Character.isISOControl(point)) {
                quoted.append("\\u%04x".formatted(point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…'" : "'").toString();
  }
}
