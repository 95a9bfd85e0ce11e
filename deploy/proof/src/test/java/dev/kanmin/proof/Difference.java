package dev.kanmin.proof;

import dev.kanmin.infrastructure.faults.Invariant;

/**
 * Something that is not as it must be.
 *
 * @param invariant which one does not hold
 * @param description what was found, and where
 */
record Difference(Invariant invariant, String description) {
  @Override
  public String toString() {
    return "(%d) %s".formatted(invariant.number(), description);
  }
}
