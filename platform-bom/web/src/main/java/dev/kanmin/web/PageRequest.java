package dev.kanmin.web;

import java.util.Optional;

/**
 * Which part of a list is asked for: the query parameters {@code cursor} and {@code limit}.
 * Resolved as argument of handler methods.
 *
 * @param cursor where the previous page ended; absent for the first page
 * @param limit most items wanted, 1 to 200
 */
public record PageRequest(Optional<String> cursor, int limit) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int LARGEST_LIMIT = 200;

  public PageRequest {
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new BadInput(
          InputFault.parameter(
              "limit",
              FaultCodes.INVALID_VALUE,
              "limit is " + limit + ": expected 1 to " + LARGEST_LIMIT + "."));
    }
  }

  /** The first page in the default size. */
  public static PageRequest first() {
    return new PageRequest(Optional.empty(), DEFAULT_LIMIT);
  }
}
