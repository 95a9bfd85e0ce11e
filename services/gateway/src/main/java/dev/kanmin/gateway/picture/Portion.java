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

  /** The same part, one stage further. */
  <R> Portion<R> with(List<R> further) {
    return new Portion<>(further, next, lag, end);
  }
}
