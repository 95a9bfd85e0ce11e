package dev.kanmin.marketintelligence.regulation;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.LocalizedText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that is known of a country's regulation, as one source says it.
 *
 * @param id of the fact in its record; the same fact has the same id
 * @param item a code of {@code regulation-items}
 * @param value 1 to 500 characters
 * @param source where it stands
 * @param url of the source
 * @param on the day of the source, or on which it was read
 * @param by the agency that stated it
 */
public record RegulationFact(
    String id,
    String item,
    LocalizedText value,
    String source,
    Optional<String> url,
    LocalDate on,
    Trust trust,
    AgencyCode by) {

  /** How far a fact is to be trusted; codes of {@code regulation-trust}. */
  public enum Trust implements Coded {
    OFFICIAL,
    SECONDARY,
    TO_BE_CHECKED
  }
}
