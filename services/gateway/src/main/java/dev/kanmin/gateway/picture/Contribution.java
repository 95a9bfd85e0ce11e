package dev.kanmin.gateway.picture;

import java.math.BigDecimal;

/**
 * What one row adds to one cell or sum: itself, once, and a part of its money. It says which part
 * and not how much, so that it stays as it is while the money changes.
 *
 * @param part of the row's money; exact, never rounded
 * @param incomplete whether percentages are missing, so that some of the money cannot be given
 */
public record Contribution(CellKey cell, BigDecimal part, boolean incomplete) {

  /** What of a row's money this cell gets. */
  public MoneySums partOf(MoneySums whole) {
    return part.signum() == 0 ? MoneySums.NONE : whole.times(part);
  }

  /** Whether the row has money of which some could not be given to this cell. */
  public boolean undivided(MoneySums whole) {
    return incomplete && !whole.isEmpty();
  }
}
