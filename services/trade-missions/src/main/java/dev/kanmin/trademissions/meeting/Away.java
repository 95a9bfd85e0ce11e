package dev.kanmin.trademissions.meeting;

import java.time.Instant;

/**
 * A time in which somebody cannot come.
 *
 * @param to the first moment in which they can again
 */
public record Away(Instant from, Instant to) {
  boolean touches(SlotTime slot) {
    return from.isBefore(slot.to()) && slot.from().isBefore(to);
  }
}
