package dev.kanmin.gateway.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Something that needs somebody.
 *
 * @param code by which pages have words of their own for it
 * @param arguments of these words
 * @param text in English
 */
record Fault(String code, List<Object> arguments, @JsonValue String text) {
  static Fault of(String code, String text, Object... arguments) {
    return new Fault(code, List.of(arguments), text);
  }
}
