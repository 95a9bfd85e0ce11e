package dev.kanmin.sheets;

/** A file that is no table; the message says why and what to do. */
final class UnreadableTable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableTable(String message) {
    super(message, null, false, false);
  }
}
