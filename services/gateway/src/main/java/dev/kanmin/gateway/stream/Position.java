package dev.kanmin.gateway.stream;

import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;

/** Positions as clients give them back: feed offsets, or {@code -1} for the beginning. */
final class Position {
  static final long BEGINNING = -1;

  private static final int LONGEST = 18;

  private Position() {}

  /**
   * The position that a query parameter names.
   *
   * @throws BadInput if it is none
   */
  static long ofParameter(String name, String text) {
    if (isPosition(text)) {
      return Long.parseLong(text);
    }
    throw new BadInput(
        InputFault.parameter(
            name,
            FaultCodes.INVALID_VALUE,
            name + " must be a position as the feed gave it, such as next of a page."));
  }

  /**
   * The position that a header names.
   *
   * @throws BadInput if it is none
   */
  static long ofHeader(String name, String text) {
    if (isPosition(text)) {
      return Long.parseLong(text);
    }
    throw new BadInput(
        InputFault.header(
            name, FaultCodes.INVALID_VALUE, name + " must be the id of an event of the stream."));
  }

  private static boolean isPosition(String text) {
    return text.equals(Long.toString(BEGINNING))
        || (!text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
