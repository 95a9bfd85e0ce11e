package dev.kanmin.infrastructure.faults;

/**
 * How much a fault test injects. Fault tests carry the JUnit tag {@value #TAG}: {@code make test}
 * leaves them out, {@code make faults} runs nothing else.
 */
public final class Campaign {
  public static final String TAG = "faults";

  /** {@code make faults FULL=1} sets it. */
  static final String FULL_PROPERTY = "kanmin.faults.full";

  private Campaign() {}

  /** Whether this is the long run, which may take hours, and not the part that CI runs. */
  public static boolean isFull() {
    return Boolean.getBoolean(FULL_PROPERTY);
  }

  /**
   * The size of this run.
   *
   * @param inCi how many faults the part of CI injects
   * @param inFull how many the long run injects
   */
  public static int size(int inCi, int inFull) {
    return isFull() ? inFull : inCi;
  }
}
