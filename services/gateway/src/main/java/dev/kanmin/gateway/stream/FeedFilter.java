package dev.kanmin.gateway.stream;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.page.EventNames;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which events a client wants. Country and field are those of the event's subject as the picture
 * knows it when the event is read: most events carry only what changed.
 *
 * @param type full, {@code dev.kanmin.<service>.<event>.v1}, or its name {@code <event>}
 * @param country ISO 3166-1 alpha-2
 * @param field code, or {@code unclassified}
 */
record FeedFilter(Optional<String> type, Optional<String> country, Optional<String> field) {

  private static final Set<String> NAMES = EventNames.all();
  private static final Pattern FULL_TYPE =
      Pattern.compile(
          "dev\\.kanmin\\.[a-z][a-z0-9-]{0,40}\\.[a-z][a-z0-9-]{0,60}\\.v[1-9][0-9]{0,3}");

  /**
   * Reads the query parameters. An event of a service that this node has no words for is named in
   * full: of a short name it could not be told from a slip of the pen.
   *
   * @throws BadInput naming each parameter that no event could match
   */
  static FeedFilter of(Optional<String> type, Optional<String> country, Optional<String> field) {
    List<InputFault> faults = new ArrayList<>();
    country
        .filter(code -> CountryCode.find(code).isEmpty())
        .ifPresent(code -> faults.add(fault("country", "an ISO 3166-1 alpha-2 code such as VN")));
    field
        .filter(code -> !code.equals(Field.UNCLASSIFIED) && Field.find(code).isEmpty())
        .ifPresent(
            code -> faults.add(fault("field", "a code of /v1/codes/fields, or unclassified")));
    type.filter(name -> !NAMES.contains(name) && !FULL_TYPE.matcher(name).matches())
        .ifPresent(
            name ->
                faults.add(
                    fault(
                        "type",
                        "a type in full, such as dev.kanmin.trade-missions.mission-announced.v1,"
                            + " or one of "
                            + String.join(", ", NAMES))));
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
    return new FeedFilter(type, country, field);
  }

  boolean matches(FeedRecord record, Picture picture) {
    return matches(record.source(), record.type(), record.subject(), picture);
  }

  boolean matches(FeedEvent event, Picture picture) {
    return matches(event.source(), event.type(), event.subject(), picture);
  }

  private boolean matches(String source, String eventType, String subject, Picture picture) {
    return type.map(wanted -> isType(eventType, wanted)).orElse(true)
        && ((country.isEmpty() && field.isEmpty()) || concerns(picture.row(source, subject)));
  }

  private boolean concerns(Optional<Row> row) {
    return row.isPresent()
        && country.map(code -> row.get().countryCodes().contains(code)).orElse(true)
        && field.map(code -> isField(row.get(), code)).orElse(true);
  }

  private static boolean isField(Row row, String code) {
    return code.equals(Field.UNCLASSIFIED)
        ? row.fieldCodes().isEmpty()
        : row.fieldCodes().contains(code);
  }

  private static boolean isType(String type, String wanted) {
    return type.equals(wanted) || type.contains("." + wanted + ".v");
  }

  private static InputFault fault(String parameter, String expected) {
    return InputFault.parameter(
        parameter, FaultCodes.INVALID_VALUE, parameter + ": expected " + expected + ".");
  }
}
