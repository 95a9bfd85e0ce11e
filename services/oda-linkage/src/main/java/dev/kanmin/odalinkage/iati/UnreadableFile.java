package dev.kanmin.odalinkage.iati;

import java.io.IOException;

/** Reading a file ends here, because of what is in it. */
final class UnreadableFile extends IOException {

  private static final long serialVersionUID = 1L;

  private final FaultCode code;
  private final int line;
  private final int column;

  /**
   * @param detail what is wrong and what to do
   */
  UnreadableFile(FaultCode code, int line, int column, String detail) {
    super(detail);
    this.code = code;
    this.line = line;
    this.column = column;
  }

  FaultCode code() {
    return code;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
