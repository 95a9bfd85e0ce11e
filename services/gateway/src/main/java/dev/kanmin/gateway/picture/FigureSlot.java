package dev.kanmin.gateway.picture;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is never added together: figures of another kind, or in another unit.
 *
 * @param what a code of {@code figure-kinds}
 * @param unit ISO 4217 for money, a unit, or empty for a plain count
 */
public record FigureSlot(String what, String unit) implements Comparable<FigureSlot> {
  private static final Comparator<FigureSlot> ORDER =
      Comparator.comparing(FigureSlot::what, CardCodes.figureOrder())
          .thenComparing(FigureSlot::unit);

  public boolean isMoney() {
    return CardCodes.isMoney(what);
  }

  /** By hand, as the fold adds a dozen sums for each event. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FigureSlot(var otherWhat, var otherUnit)
            && what.equals(otherWhat)
            && unit.equals(otherUnit));
  }

  @Override
  public int hashCode() {
    return 31 * unit.hashCode() + what.hashCode();
  }

  @Override
  public int compareTo(FigureSlot other) {
    return this == other ? 0 : ORDER.compare(this, other);
  }
}
