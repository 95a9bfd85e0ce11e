package dev.kanmin.odalinkage.iati;

import java.util.Optional;

/**
 * A version of the IATI activity standard that is read. Whatever is read is kept and written in the
 * form of {@link #V2_03}; 1.0x has another structure (codes and texts in other places, no
 * narratives) and is refused.
 */
public enum IatiVersion {
  V2_01("2.01"),
  V2_02("2.02"),
  V2_03("2.03");

  private final String number;

  IatiVersion(String number) {
    this.number = number;
  }

  /**
   * The number as the {@code version} attribute of {@code iati-activities} has it, such as {@code
   * 2.03}.
   */
  public String number() {
    return number;
  }

  /** The version with this number, empty when it is none of those that are read. */
  public static Optional<IatiVersion> of(String number) {
    for (IatiVersion version : values()) {
      if (version.number.equals(number)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
