package dev.kanmin.odalinkage.iati;

/**
 * The form of {@code xsd:anyURI}. XML Schema lets nearly every text pass, because characters that a
 * URI may not have are understood as escaped; what remains wrong is told here.
 */
final class UriForm {

  private UriForm() {}

  static boolean fits(String value) {
    int hash = value.indexOf('#');
    if (hash >= 0 && value.indexOf('#', hash + 1) >= 0) {
      return false;
    }
    return escapesAreWhole(value) && schemeFits(value);
  }

  private static boolean escapesAreWhole(String value) {
    for (int i = value.indexOf('%'); i >= 0; i = value.indexOf('%', i + 1)) {
      if (i + 2 >= value.length() || !isHex(value.charAt(i + 1)) || !isHex(value.charAt(i + 2))) {
        return false;
      }
    }
    return true;
  }

  private static boolean schemeFits(String value) {
    int colon = value.indexOf(':');
    for (int i = 0; i < colon; i++) {
      char character = value.charAt(i);
      if (character == '/' || character == '?' || character == '#') {
        return true;
      }
    }
    if (colon < 0) {
      return true;
    }
    return colon > 0 && colon + 1 < value.length() && isScheme(value.substring(0, colon));
  }

  private static boolean isScheme(String scheme) {
    for (int i = 0; i < scheme.length(); i++) {
      char character = scheme.charAt(i);
      boolean letter =
          (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
      boolean other =
          (character >= '0' && character <= '9')
              || character == '+'
              || character == '-'
              || character == '.';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char character) {
    return Character.digit(character, 16) >= 0 && character < 128;
  }
}
