package dev.kanmin.odalinkage.iati;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of {@code xsd:anyURI}. XML Schema lets nearly every text pass, because characters that a
 * URI may not have are understood as escaped; what remains wrong is told here, brackets and ports
 * as RFC 3986 has them.
 */
final class UriForm {

  private static final Pattern URI_CHARACTERS =
      Pattern.compile("[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+");
  private static final Pattern AUTHORITY = Pattern.compile("(?s)[^/]*//(.*)");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?s)(?:[^@\\[\\]]*@)?(?:\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]*)(?::[0-9]{1,5})?");

  private UriForm() {}

  static boolean fits(String value) {
    int hash = value.indexOf('#');
    if (hash >= 0 && value.indexOf('#', hash + 1) >= 0) {
      return false;
    }
    return escapesAreWhole(value) && schemeFits(value) && authorityFits(value);
  }

  /** The same with brackets escaped where only a host in numbers may have them. */
  static String kept(String written) {
    if (written.indexOf('[') < 0 && written.indexOf(']') < 0) {
      return written;
    }
    int path = endOfAuthority(written);
    return written.substring(0, path)
        + written.substring(path).replace("[", "%5B").replace("]", "%5D");
  }

  /**
   * Whether a namespace can have this name: a URI as it stands, with nothing escaped on the way.
   * Parsers that check it refuse a whole file otherwise.
   */
  static boolean isNamespace(String value) {
    return URI_CHARACTERS.matcher(value).matches() && kept(value).equals(value) && fits(value);
  }

  private static boolean authorityFits(String value) {
    Matcher authority = AUTHORITY.matcher(value.substring(0, endOfAuthority(value)));
    return !authority.matches() || HOST_AND_PORT.matcher(authority.group(1)).matches();
  }

  /** Where the path begins; 0 when there is no authority. */
  private static int endOfAuthority(String value) {
    int start = value.indexOf("//");
    boolean first = start == 0 || (start > 0 && value.indexOf('/') == start);
    if (!first || (start > 0 && value.charAt(start - 1) != ':')) {
      return 0;
    }
    for (int i = start + 2; i < value.length(); i++) {
      if ("/?#".indexOf(value.charAt(i)) >= 0) {
        return i;
      }
    }
    return value.length();
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
