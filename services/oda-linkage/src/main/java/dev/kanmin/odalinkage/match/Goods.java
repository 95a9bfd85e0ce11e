package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.HsCode;

/** How near two classes of goods are. */
final class Goods {
  private static final int HEADING = 4;

  private Goods() {}

  /** One is the other or a part of it, and both are at least headings. */
  static boolean same(HsCode own, HsCode wanted) {
    return isHeading(own) && isHeading(wanted) && (own.covers(wanted) || wanted.covers(own));
  }

  static boolean sameHeading(HsCode own, HsCode wanted) {
    return isHeading(own)
        && isHeading(wanted)
        && own.code().regionMatches(0, wanted.code(), 0, HEADING);
  }

  private static boolean isHeading(HsCode code) {
    return code.code().length() >= HEADING;
  }
}
