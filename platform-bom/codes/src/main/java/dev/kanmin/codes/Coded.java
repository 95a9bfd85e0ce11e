package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A constant that has a code: in JSON, in addresses and in a code list with its labels. For enums,
 * whose constants are called after their codes.
 */
public interface Coded {
  /** As {@link Enum#name()}. */
  String name();

  /** In kebab case, as in JSON and in the code list: {@code in-progress} for IN_PROGRESS. */
  @JsonValue
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
