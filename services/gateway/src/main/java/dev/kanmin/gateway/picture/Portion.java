package dev.kanmin.gateway.picture;

import java.util.List;

/**
 * A part of the feed on its way to the fold.
 *
 * @param records in order; may be empty
 * @param next position at which reading goes on
 * @param lag how many records were still to come
 * @param end of the feed when its reading began
 */
record Portion<T>(List<T> records, long next, long lag, long end) {

  /**
   * With more than that still to come, the picture leaps: nobody could follow, and records kept for
   * nothing fill the memory.
   */
  private static final int FAR_BEHIND = 8_192;

  /** Whether so many are still to come that nobody is told of each. */
  static boolean isFar(long lag) {
    return lag > FAR_BEHIND;
  }

  /** The same part, one stage further. */
  <R> Portion<R> with(List<R> further) {
    return new Portion<>(further, next, lag, end);
  }
}
