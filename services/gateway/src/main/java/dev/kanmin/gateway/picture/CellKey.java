package dev.kanmin.gateway.picture;

import dev.kanmin.codes.Field;
import org.jspecify.annotations.Nullable;

/**
 * A square of the matrix, or one of its sums.
 *
 * @param country ISO 3166-1 alpha-2, or {@link #ALL} in sums over countries
 * @param field a code of that list, {@value Field#UNCLASSIFIED}, or {@link #ALL} in sums over them
 */
public record CellKey(String country, String field) {
  /** Stands for every country, or every field, in the key of a sum. */
  public static final String ALL = "*";

  /** The sum over everything. */
  public static final CellKey EVERYTHING = new CellKey(ALL, ALL);

  /** The sum over the fields of a country: an activity counts once. */
  public static CellKey ofCountry(String country) {
    return new CellKey(country, ALL);
  }

  /** The sum over the countries of a field: an activity counts once. */
  public static CellKey ofField(String field) {
    return new CellKey(ALL, field);
  }

  /** Whether this is one square, not a sum. */
  public boolean isSquare() {
    return !country.equals(ALL) && !field.equals(ALL);
  }

  /** By hand, as the fold looks up a dozen cells for each event. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof CellKey(var otherCountry, var otherField)
            && country.equals(otherCountry)
            && field.equals(otherField));
  }

  @Override
  public int hashCode() {
    return 31 * country.hashCode() + field.hashCode();
  }
}
