package dev.kanmin.proof;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value that not everybody may see, made so that it is found wherever it stands.
 *
 * @param what kind of record and field
 * @param marker the value: letters and digits that stand nowhere else
 * @param readers clients whom the service that keeps it shows it to
 * @param at where it does
 */
record Secret(String what, String marker, Set<String> readers, String at) {

  /** Whether it stands there as a value of its own, and not within a longer number. */
  boolean isIn(String text) {
    return Pattern.compile("(?<![A-Za-z0-9])" + marker + "(?![A-Za-z0-9])").matcher(text).find();
  }
}
