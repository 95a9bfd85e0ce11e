package dev.kanmin.gateway.page;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.gateway.picture.CellKey;
import java.util.Optional;

/**
 * A square of the matrix, as addresses and the live stream name it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param field its code in the list of fields, or {@code unclassified}
 */
record CellId(String country, String field) {

  /** The cell of that path, or empty when the code lists have no such country or field. */
  static Optional<CellId> find(String country, String field) {
    var known =
        CountryCode.find(country).isPresent()
            && (field.equals(Field.UNCLASSIFIED) || Field.find(field).isPresent());
    return known ? Optional.of(new CellId(country, field)) : Optional.empty();
  }

  /** The cell of that {@link #anchor()}, or empty when there is none. */
  static Optional<CellId> ofAnchor(String anchor) {
    var dash = anchor.indexOf('-');
    return dash < 0
        ? Optional.empty()
        : find(anchor.substring(0, dash), anchor.substring(dash + 1));
  }

  static CellId of(CellKey key) {
    return new CellId(key.country(), key.field());
  }

  CellKey key() {
    return new CellKey(country, field);
  }

  /** Address of its page; with what has ended, or without. */
  String path(boolean ended) {
    return "/cells/" + country + "/" + field + (ended ? "?" + Measure.ENDED + "=1" : "");
  }

  /** As the live stream names it, and as {@code id} in HTML: {@code VN-endoscopy}. */
  String anchor() {
    return country + "-" + field;
  }
}
