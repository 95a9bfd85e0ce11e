package dev.kanmin.trademissions.activity;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we read of the events of oda-linkage: each carries the whole public picture of its activity.
 * Codes stay as they were published, so that one which is new to us is no fault.
 */
record ActivityChanged(Activity activity) {

  /**
   * The activity after the event.
   *
   * @param title language tag to text; may be empty
   * @param fields empty when it is unclassified
   */
  record Activity(
      String iatiIdentifier,
      @JsonSetter(nulls = AS_EMPTY) Map<String, String> title,
      Optional<String> status,
      Optional<String> scheme,
      Optional<String> step,
      @JsonSetter(nulls = AS_EMPTY) List<CountryShare> countries,
      @JsonSetter(nulls = AS_EMPTY) List<MappedField> fields) {}

  /** Percentage 0 to 100; absent when it is not known. */
  record CountryShare(String country, Optional<BigDecimal> percentage) {}

  /** State as in the code list {@code field-mapping-states}. */
  record MappedField(String field, String state) {}
}
