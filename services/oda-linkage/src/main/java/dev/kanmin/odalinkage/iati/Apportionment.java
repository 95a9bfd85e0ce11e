package dev.kanmin.odalinkage.iati;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a whole into decimals that add up to it exactly: each is cut, and what is left over goes
 * in smallest units to those that lost most (the method of the largest remainder).
 */
final class Apportionment {

  /** So that percentages have at most 12: of a trillion yen nobody's part is a yen off. */
  static final int DECIMALS = 14;

  private static final MathContext PRECISION = new MathContext(60, RoundingMode.DOWN);
  private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(DECIMALS);

  private Apportionment() {}

  /**
   * The parts of the whole, in proportion to the weights.
   *
   * @param weights each 0 or more, one of them more
   */
  static List<BigDecimal> divide(BigDecimal whole, List<BigDecimal> weights) {
    BigDecimal target = whole.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    BigDecimal weight = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> exact =
        weights.stream().map(each -> each.multiply(target).divide(weight, PRECISION)).toList();
    List<BigDecimal> parts = new ArrayList<>();
    exact.forEach(each -> parts.add(each.setScale(DECIMALS, RoundingMode.DOWN)));
    BigDecimal given = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int units = target.subtract(given).movePointRight(DECIMALS).intValueExact();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> exact.get(i).subtract(parts.get(i))).reversed())
        .limit(units)
        .toList()
        .forEach(i -> parts.set(i, parts.get(i).add(UNIT)));
    return parts;
  }
}
