package dev.kanmin.gateway.view;

import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.KanminHeaders;
import java.util.Arrays;
import java.util.List;

/**
 * An event as {@code Kanmin-Event} names it: source, subject and sequence between slashes.
 *
 * @param sequence from 1
 */
record EventReference(String source, String subject, long sequence) {
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  /**
   * Reads the header {@code Kanmin-After}: one or several references, by comma.
   *
   * @throws BadInput naming the header, when one is no reference or there are more than 20
   */
  static List<EventReference> read(List<String> headers) {
    List<String> texts =
        headers.stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    if (texts.size() > MOST) {
      throw fault("names more than " + MOST + " events");
    }
    return texts.stream().map(EventReference::of).toList();
  }

  private static EventReference of(String text) {
    int last = text.lastIndexOf('/');
    int middle = last < 1 ? -1 : text.lastIndexOf('/', last - 1);
    if (middle < 1 || text.length() > LONGEST || !text.startsWith("/")) {
      throw fault("must be what a Kanmin-Event header said: /<service>/<subject>/<sequence>");
    }
    try {
      long sequence = Long.parseLong(text.substring(last + 1));
      return new EventReference(
          text.substring(0, middle), text.substring(middle + 1, last), sequence);
    } catch (NumberFormatException noSequence) {
      throw fault("must end with the sequence of the event: /<service>/<subject>/<sequence>");
    }
  }

  private static BadInput fault(String what) {
    return new BadInput(
        InputFault.header(
            KanminHeaders.AFTER, FaultCodes.INVALID_VALUE, KanminHeaders.AFTER + " " + what + "."));
  }
}
