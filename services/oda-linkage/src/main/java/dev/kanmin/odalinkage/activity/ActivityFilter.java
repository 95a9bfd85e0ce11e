package dev.kanmin.odalinkage.activity;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Rfc3339;
import dev.kanmin.codes.Schemes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which activities are asked for. What is not given does not narrow the answer.
 *
 * @param field a code of the list of fields, or {@code unclassified}
 * @param changedSince moment from which on it changed
 */
record ActivityFilter(
    Optional<CountryCode> country,
    Optional<String> field,
    Optional<String> status,
    Optional<String> scheme,
    Optional<String> step,
    Optional<String> reportingOrganisation,
    Optional<AgencyCode> owner,
    Optional<String> iatiIdentifier,
    Optional<Instant> changedSince) {

  private static final int LONGEST_TEXT = 500;

  /**
   * The query parameters, as they are given.
   *
   * @param country ISO 3166-1 alpha-2
   * @param field a code of the list of fields, or {@code unclassified}
   * @param status a code of {@code activity-states}
   * @param scheme a code of the list of schemes
   * @param step the last step reached, a code of {@code scheme-steps}
   * @param reportingOrganisation its identifier, such as {@code XM-DAC-701-8}
   * @param owner an agency code
   * @param changedSince moment from which on it changed, with its offset from UTC
   */
  record Parameters(
      Optional<String> country,
      Optional<String> field,
      Optional<String> status,
      Optional<String> scheme,
      Optional<String> step,
      Optional<String> reportingOrganisation,
      Optional<String> owner,
      Optional<String> iatiIdentifier,
      Optional<String> changedSince) {

    /**
     * Reads them.
     *
     * @throws dev.kanmin.web.BadInput if values are none that there can be; it names all of them
     */
    ActivityFilter read() {
      InputFaults faults = new InputFaults();
      ActivityFilter filter =
          new ActivityFilter(
              faults.read("country", country, CountryCode::of),
              faults.read("field", field, ActivityFilter::fieldOrNone),
              faults.read("status", status, codeOf(CodeLists.ACTIVITY_STATES)),
              faults.read("scheme", scheme, text -> Schemes.require(text).code()),
              faults.read("step", step, codeOf(CodeLists.SCHEME_STEPS)),
              faults.read("reportingOrganisation", reportingOrganisation, ActivityFilter::text),
              faults.read("owner", owner, AgencyCode::of),
              faults.read("iatiIdentifier", iatiIdentifier, ActivityFilter::text),
              faults.read("changedSince", changedSince, Rfc3339::moment));
      faults.throwIfAny();
      return filter;
    }
  }

  Bson bson() {
    return inField(field);
  }

  /** Whoever follows changes reads them in the order in which they happened. */
  String sortField() {
    return changedSince.isPresent() ? ActivityStorage.CHANGED : ActivityStorage.IDENTIFIER;
  }

  /**
   * What the filter leaves out although it may well belong there: activities for which no field was
   * found. Empty when it does not ask for a field.
   */
  Optional<Bson> unclassified() {
    return field
        .filter(asked -> !asked.equals(ActivityStorage.UNCLASSIFIED))
        .map(asked -> inField(Optional.of(ActivityStorage.UNCLASSIFIED)));
  }

  private Bson inField(Optional<String> code) {
    List<Bson> all = new ArrayList<>();
    country.ifPresent(it -> all.add(Filters.eq(ActivityStorage.COUNTRIES, it.code())));
    status.ifPresent(it -> all.add(Filters.eq(ActivityStorage.STATUS, it)));
    scheme.ifPresent(it -> all.add(Filters.eq(ActivityStorage.SCHEME, it)));
    step.ifPresent(it -> all.add(Filters.eq(ActivityStorage.STEP, it)));
    reportingOrganisation.ifPresent(
        it -> all.add(Filters.eq(ActivityStorage.REPORTING_ORGANISATION, it)));
    owner.ifPresent(it -> all.add(Filters.eq(ActivityStorage.OWNER, it.code())));
    iatiIdentifier.ifPresent(it -> all.add(Filters.eq(ActivityStorage.IDENTIFIER, it)));
    changedSince.ifPresent(it -> all.add(Filters.gte(ActivityStorage.CHANGED, Date.from(it))));
    code.ifPresent(it -> all.add(Filters.eq(ActivityStorage.FIELDS, it)));
    return all.isEmpty() ? new Document() : Filters.and(all);
  }

  private static String fieldOrNone(String given) {
    return given.equals(ActivityStorage.UNCLASSIFIED) ? given : Field.of(given).code();
  }

  private static Function<String, String> codeOf(String list) {
    return given -> CodeLists.list(list).require(given).code();
  }

  private static String text(String given) {
    if (given.isBlank() || given.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "The value must have 1 to " + LONGEST_TEXT + " characters.");
    }
    return given;
  }
}
