package dev.kanmin.controltower.rs;

/** A file is no form of the RS system, or is damaged; the message says what is wrong. */
public final class UnreadableForm extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  UnreadableForm(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Line of the file, from 1. */
  public int line() {
    return line;
  }
}
