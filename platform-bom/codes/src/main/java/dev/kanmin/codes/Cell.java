package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;

/** A cell (国・地域×分野): one country or region × one field; what everybody looks at together. */
@JsonPropertyOrder({"country", "field"})
public record Cell(CountryCode country, Field field) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::country).thenComparing(Cell::field);

  public static Cell of(String country, String field) {
    return new Cell(CountryCode.of(country), Field.of(field));
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  /** As in paths and logs: {@code VN/endoscopy}. */
  @Override
  public String toString() {
    return country + "/" + field;
  }
}
