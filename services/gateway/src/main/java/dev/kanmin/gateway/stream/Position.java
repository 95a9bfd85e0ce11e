package dev.kanmin.gateway.stream;

import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;

/**
 * A position as a client gave it back.
 *
 * @param value a feed offset, or {@code -1} for the beginning
 * @param fault how to say what is wrong with it, by its code and a sentence
 */
record Position(long value, Fault fault) {
  static final Position BEGINNING = new Position(-1, Position::unplaced);

  private static final int LONGEST = 18;

  /** Says where in the request it stood. */
  @FunctionalInterface
  interface Fault {
    InputFault of(String code, String detail);
  }

  /**
   * The position that a query parameter names.
   *
   * @throws BadInput if it is none
   */
  static Position ofParameter(String name, String text) {
    return of(
        text,
        (code, detail) -> InputFault.parameter(name, code, detail),
        name + " must be a position as the feed gave it, such as next of a page.");
  }

  /**
   * The position that a header names.
   *
   * @throws BadInput if it is none
   */
  static Position ofHeader(String name, String text) {
    return of(
        text,
        (code, detail) -> InputFault.header(name, code, detail),
        name + " must be the id of an event of the stream.");
  }

  /** The feed has never been so far. */
  BadInput beyond(long end) {
    return new BadInput(
        fault.of(
            FaultCodes.BEYOND_END,
            "The feed ends at "
                + end
                + ", before the position "
                + value
                + ": it is another feed than the one that gave it. Begin again with after=-1."));
  }

  private static Position of(String text, Fault fault, String otherwise) {
    if (isPosition(text)) {
      return new Position(Long.parseLong(text), fault);
    }
    throw new BadInput(fault.of(FaultCodes.INVALID_VALUE, otherwise));
  }

  private static InputFault unplaced(String code, String detail) {
    return InputFault.at("", code, detail);
  }

  private static boolean isPosition(String text) {
    return text.equals(Long.toString(-1))
        || (!text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
