package dev.kanmin.gateway.feed;

/**
 * Where a copy stands. Fault campaigns pause or end the writer at each of these; production runs
 * with {@link #UNOBSERVED}.
 */
@FunctionalInterface
interface CopySteps {
  /** The steps of a reign, in order; those from {@link #BEFORE_SEND} on are of each transaction. */
  enum Step {
    BEFORE_FENCE,
    /** The predecessor can add nothing any more; how far it came is not known yet. */
    AFTER_FENCE,
    /** A part of the feed has been read back. */
    FOLDED,
    BEFORE_SEND,
    AFTER_BEGIN,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  CopySteps UNOBSERVED = step -> {};

  void reached(Step step);
}
