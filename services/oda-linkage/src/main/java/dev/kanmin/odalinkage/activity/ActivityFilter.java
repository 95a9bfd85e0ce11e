package dev.kanmin.odalinkage.activity;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Schemes;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which activities are asked for. What is not given does not narrow the answer. */
final class ActivityFilter {
  private static final int LONGEST_TEXT = 500;

  private final List<InputFault> faults = new ArrayList<>();
  private final List<Bson> conditions = new ArrayList<>();
  private Optional<String> field = Optional.empty();
  private boolean byChange;

  /**
   * The query parameters, as they were given.
   *
   * @param field a code of the list of fields, or {@code unclassified}
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
      Optional<String> changedSince) {}

  /**
   * Reads the parameters.
   *
   * @throws BadInput if values are none that there can be; it names all of them
   */
  static ActivityFilter of(Parameters given) {
    ActivityFilter filter = new ActivityFilter();
    filter.add(
        "country", given.country(), ActivityStorage.COUNTRIES, text -> CountryCode.of(text).code());
    filter.field = filter.read("field", given.field(), ActivityFilter::fieldCode);
    filter.add("status", given.status(), ActivityStorage.STATUS, code(CodeLists.ACTIVITY_STATES));
    filter.add(
        "scheme", given.scheme(), ActivityStorage.SCHEME, text -> Schemes.require(text).code());
    filter.add("step", given.step(), ActivityStorage.STEP, code(CodeLists.SCHEME_STEPS));
    filter.add(
        "reportingOrganisation",
        given.reportingOrganisation(),
        ActivityStorage.REPORTING_ORGANISATION,
        ActivityFilter::text);
    filter.add("owner", given.owner(), ActivityStorage.OWNER, text -> AgencyCode.of(text).code());
    filter.add(
        "iatiIdentifier", given.iatiIdentifier(), ActivityStorage.IDENTIFIER, ActivityFilter::text);
    filter.addChangedSince(given.changedSince());
    if (!filter.faults.isEmpty()) {
      throw new BadInput(filter.faults);
    }
    return filter;
  }

  Bson bson() {
    return field.map(this::inField).orElseGet(() -> all(conditions));
  }

  /** Whoever follows changes reads them in the order in which they happened. */
  String sortField() {
    return byChange ? ActivityStorage.CHANGED : ActivityStorage.IDENTIFIER;
  }

  /**
   * What the filter leaves out although it may well belong there: activities for which no field was
   * found. Empty when it does not ask for a field.
   */
  Optional<Bson> unclassified() {
    return field
        .filter(asked -> !asked.equals(ActivityStorage.UNCLASSIFIED))
        .map(asked -> inField(ActivityStorage.UNCLASSIFIED));
  }

  private Bson inField(String code) {
    List<Bson> narrowed = new ArrayList<>(conditions);
    narrowed.add(Filters.eq(ActivityStorage.FIELDS, code));
    return all(narrowed);
  }

  private static Bson all(List<Bson> conditions) {
    return conditions.isEmpty() ? new Document() : Filters.and(conditions);
  }

  private void add(
      String parameter, Optional<String> given, String key, Function<String, String> reading) {
    read(parameter, given, reading).ifPresent(value -> conditions.add(Filters.eq(key, value)));
  }

  private Optional<String> read(
      String parameter, Optional<String> given, Function<String, String> reading) {
    try {
      return given.map(reading);
    } catch (IllegalArgumentException none) {
      fault(parameter, String.valueOf(none.getMessage()));
      return Optional.empty();
    }
  }

  private void addChangedSince(Optional<String> given) {
    given.ifPresent(
        text -> {
          try {
            Instant since = OffsetDateTime.parse(text).toInstant();
            conditions.add(Filters.gte(ActivityStorage.CHANGED, Date.from(since)));
            byChange = true;
          } catch (DateTimeException | IllegalArgumentException none) {
            fault("changedSince", "changedSince must be a moment such as 2026-11-23T00:00:00Z.");
          }
        });
  }

  private void fault(String parameter, String detail) {
    faults.add(InputFault.parameter(parameter, FaultCodes.INVALID_VALUE, detail));
  }

  private static String fieldCode(String given) {
    return given.equals(ActivityStorage.UNCLASSIFIED) ? given : Field.of(given).code();
  }

  private static Function<String, String> code(String list) {
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
