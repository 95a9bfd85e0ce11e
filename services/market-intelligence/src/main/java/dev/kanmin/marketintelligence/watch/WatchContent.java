package dev.kanmin.marketintelligence.watch;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import java.util.List;
import java.util.Optional;

/**
 * What a watch looks for, and whom it tells when. What is left empty does not restrict it; of what
 * is not empty one has to fit: one of the words, one of the countries, one of the fields.
 *
 * @param name by which its agency knows it, at most 100 characters
 * @param company for which the agency keeps it, {@code cmp_…}
 * @param words looked for in title and summary in every language, whatever width and case; at most
 *     20 of at most 60 characters
 * @param kinds codes of {@code watch-kinds}
 * @param countries of the items, at most 60
 * @param fields of the items; what serves every field fits each
 * @param telling whom, when and in which language
 */
public record WatchContent(
    String name,
    Optional<String> company,
    @JsonSetter(nulls = AS_EMPTY) List<String> words,
    @JsonSetter(nulls = AS_EMPTY) List<Kind> kinds,
    @JsonSetter(nulls = AS_EMPTY) List<CountryCode> countries,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    Telling telling,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {

  WatchContent telling(Telling newTelling) {
    return new WatchContent(name, company, words, kinds, countries, fields, newTelling, sample);
  }

  /** What can be new. */
  public enum Kind implements Coded {
    TENDER,
    REPORT,
    REGULATION
  }
}
