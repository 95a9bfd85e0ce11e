package dev.kanmin.bench.stage;

/** A side's results were wrong, so its figures mean nothing. */
public final class WrongResults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongResults(String side, String fault) {
    super(side + ": " + fault);
  }
}
