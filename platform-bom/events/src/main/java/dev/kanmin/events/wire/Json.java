package dev.kanmin.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The two ways in which we read and write JSON. */
public final class Json {
  private static final JsonMapper EVENTS =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private static final JsonMapper STRICT =
      EVENTS
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(new StrictScalars())
          .build();

  private Json() {}

  /**
   * For events and stored state: unknown properties are skipped, so that an old reader reads a
   * newer event.
   */
  public static JsonMapper events() {
    return EVENTS;
  }

  /**
   * Where in a document a fault is, without quoting any of it: {@code " at /card/dates/0/on"}, or
   * {@code " at line 1, column 12"} in what is no JSON; empty if neither is known.
   */
  public static String place(JacksonException fault) {
    String pointer =
        fault.getPath().stream()
            .map(
                step ->
                    "/"
                        + (step.getPropertyName() == null
                            ? String.valueOf(step.getIndex())
                            : step.getPropertyName()))
            .collect(Collectors.joining());
    if (!pointer.isEmpty()) {
      return " at " + pointer;
    }
    TokenStreamLocation location = fault.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /**
   * For what comes in from outside: unknown or repeated properties and wrong types are errors;
   * texts are clean, days and moments as RFC 3339 writes them, zones those of the IANA database.
   */
  public static JsonMapper strict() {
    return STRICT;
  }
}
