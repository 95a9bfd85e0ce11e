package dev.kanmin.odalinkage.iati;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Says in our words what stopped the parser. */
final class ParserFailure {

  private static final int LONGEST_MESSAGE = 200;

  private ParserFailure() {}

  /** The same for what the parser finds only when a text is asked for. */
  static UnreadableFile explain(WstxLazyException failure, @Nullable XmlCursor cursor)
      throws IOException {
    return failure.getCause() instanceof XMLStreamException cause
        ? explain(cause, cursor)
        : notWellFormed(cursor);
  }

  /** What the parser's exception means; an input that fails is passed on as it is. */
  static UnreadableFile explain(XMLStreamException failure, @Nullable XmlCursor cursor)
      throws IOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableFile unreadable) {
        return unreadable;
      }
      if (cause instanceof IOException brokenInput) {
        throw brokenInput;
      }
    }
    Location location = failure.getLocation();
    int line = location == null ? 0 : Math.max(location.getLineNumber(), 0);
    int column = location == null ? 0 : Math.max(location.getColumnNumber(), 0);
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof WstxEOFException) {
      return new UnreadableFile(
          FaultCode.TRUNCATED, line, column, "The file ends too early; send it whole.");
    }
    if (message.contains(" limit (")) {
      UnreadableFile tooLarge = notWellFormed(cursor);
      return new UnreadableFile(
          FaultCode.TOO_LARGE,
          tooLarge.line(),
          tooLarge.column(),
          "More is nested or longer than is accepted: " + firstLine(message) + ".");
    }
    return new UnreadableFile(
        FaultCode.NOT_WELL_FORMED,
        line,
        column,
        "The file is not well-formed XML: " + firstLine(message) + ".");
  }

  private static UnreadableFile notWellFormed(@Nullable XmlCursor cursor) {
    int line = cursor == null ? 1 : cursor.location().getLineNumber();
    int column = cursor == null ? 1 : cursor.location().getColumnNumber();
    return new UnreadableFile(
        FaultCode.NOT_WELL_FORMED, line, column, "The file is not well-formed XML.");
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    String sentence = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return sentence.length() > LONGEST_MESSAGE
        ? sentence.substring(0, LONGEST_MESSAGE) + "…"
        : sentence;
  }
}
