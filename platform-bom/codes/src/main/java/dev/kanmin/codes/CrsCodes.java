package dev.kanmin.codes;

import java.util.Set;

/** What Kanmin knows about sectors of the OECD DAC creditor reporting system. */
public final class CrsCodes {
  private static final Set<String> HEALTH_CATEGORIES = Set.of("121", "122", "123", "130");

  private CrsCodes() {}

  /**
   * Whether the sector is health: the categories 121 general, 122 basic, 123 non-communicable
   * diseases, and 130 population and reproductive health, with all their purposes, listed here or
   * not.
   */
  public static boolean isHealth(CrsCode code) {
    return HEALTH_CATEGORIES.contains(code.category().code());
  }
}
