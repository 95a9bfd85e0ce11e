package dev.kanmin.marketintelligence.ocds;

/** Releases contradict one another in form, or one of them lacks what merging needs. */
public final class UnmergeableReleases extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pointer;

  UnmergeableReleases(String pointer, String what) {
    super(pointer + " " + what + ".", null, false, false);
    this.pointer = pointer;
  }

  /** JSON pointer into a release. */
  public String pointer() {
    return pointer;
  }
}
