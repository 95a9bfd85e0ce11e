package dev.kanmin.marketintelligence.comtrade;

/** The file as a whole cannot be read; the message says why and what to do. */
public final class UnreadableTable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableTable(String why) {
    super(why, null, false, false);
  }
}
