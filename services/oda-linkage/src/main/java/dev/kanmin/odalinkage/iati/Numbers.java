package dev.kanmin.odalinkage.iati;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How long the numbers may be that are kept. XML Schema makes a processor read 18 digits and lets
 * it refuse more; common ones stop at 24.
 */
final class Numbers {

  static final int MOST_DIGITS = 23;

  private static final MathContext KEPT = new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** Whether the part before the point has few enough digits; the part behind it can be rounded. */
  static boolean fits(String decimal) {
    BigDecimal number = new BigDecimal(decimal);
    return (long) number.precision() - number.scale() <= MOST_DIGITS;
  }

  /** The same number with few enough digits: as it is written, or rounded behind the point. */
  static String kept(String written) {
    if (written.length() <= MOST_DIGITS) {
      return written;
    }
    BigDecimal number = new BigDecimal(written.strip());
    return number.stripTrailingZeros().precision() <= MOST_DIGITS
        ? written
        : number.round(KEPT).stripTrailingZeros().toPlainString();
  }
}
