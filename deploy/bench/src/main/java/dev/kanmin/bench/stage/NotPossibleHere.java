package dev.kanmin.bench.stage;

/** Something that a metric needs is not on this machine; the message completes "not run: …". */
public final class NotPossibleHere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotPossibleHere(String why) {
    super(why);
  }
}
