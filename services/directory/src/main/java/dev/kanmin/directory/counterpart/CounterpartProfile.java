package dev.kanmin.directory.counterpart;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.util.List;
import java.util.Optional;

/**
 * All that the responsible agency knows of a counterpart.
 *
 * @param names in local scripts and English, by language; at least one
 * @param country or region where it is; not Japan
 * @param office of the responsible agency
 * @param sample made up, for demonstrations
 */
public record CounterpartProfile(
    CounterpartKind kind,
    LocalizedText names,
    CountryCode country,
    Optional<String> city,
    @JsonSetter(nulls = AS_EMPTY) List<Identifier> identifiers,
    Optional<ResponsibleOffice> office,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {
  static final Rule COUNTERPART_NOT_ABROAD =
      Rule.invalid("counterpart-not-abroad", "A counterpart is in a country or region abroad");

  private static final int LONGEST_NAME = 200;

  /** Refuses the first fault found, with its place in the profile. */
  void check() {
    Checks.text(names, LONGEST_NAME, "/names");
    if (country.code().equals("JP") || Countries.find(country).isEmpty()) {
      throw COUNTERPART_NOT_ABROAD.refuse(
          country + " is none of them; the code list countries has them.", "/country");
    }
    city.ifPresent(it -> Checks.text(it, 100, "/city"));
    Checks.distinct(identifiers, 20, "/identifiers");
    Checks.each(
        identifiers,
        "/identifiers",
        (it, place) -> {
          Checks.code(it.scheme(), place + "/scheme");
          Checks.text(it.id(), LONGEST_NAME, place + "/id");
        });
    office.ifPresent(it -> it.check("/office"));
  }

  CounterpartProfile of(ResponsibleOffice newOffice) {
    return new CounterpartProfile(
        kind, names, country, city, identifiers, Optional.of(newOffice), sample);
  }
}
