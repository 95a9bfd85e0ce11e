package dev.kanmin.gateway.feed;

/**
 * Where a copy stands. Fault campaigns pause or end the writer at each of these; production runs
 * with {@link #UNOBSERVED}.
 */
@FunctionalInterface
interface CopySteps {
  /** The steps of one transaction, in order. */
  enum Step {
    BEFORE_SEND,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  CopySteps UNOBSERVED = step -> {};

  void reached(Step step);
}
