package dev.kanmin.web;

import dev.kanmin.events.wire.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client of the API calls the types that we read. */
final class TypeNames {
  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          BigInteger.class);
  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

  private TypeNames() {}

  static String of(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + constants(type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (WHOLE_NUMBERS.contains(type)) {
      return "a whole number";
    }
    if (NUMBERS.contains(type)) {
      return "a number";
    }
    if (type == LocalDate.class) {
      return "a date such as 2027-04-01";
    }
    if (type == Instant.class) {
      return "an instant such as 2027-04-01T09:00:00Z";
    }
    if (TemporalAccessor.class.isAssignableFrom(type)) {
      return "a time as ISO 8601 writes it";
    }
    if (ZoneId.class.isAssignableFrom(type)) {
      return "a time zone such as Asia/Tokyo";
    }
    if (type == URI.class) {
      return "a URI";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    if (Map.class.isAssignableFrom(type) || type.isRecord()) {
      return "an object";
    }
    return "a string";
  }

  /** As they are written in JSON. */
  static String constants(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants())
        .map(constant -> Json.events().convertValue(constant, String.class))
        .collect(Collectors.joining(", "));
  }
}
