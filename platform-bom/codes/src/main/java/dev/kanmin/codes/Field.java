package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A field (分野) of medical technology: a code of the list {@code fields}. Retired codes stay
 * readable.
 */
public record Field(@JsonValue String code) implements Comparable<Field> {
  /** What serves all fields, such as training of regulators. */
  public static final Field CROSS_FIELD = new Field("cross-field");

  /**
   * The bucket in which views count what no field could be found for. It is not a field: nothing
   * can be mapped to it.
   */
  public static final String UNCLASSIFIED = "unclassified";

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException if the list of fields has no such code
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Field {
    if (!CodeLists.list(CodeLists.FIELDS).has(code)) {
      throw Refusal.of(
          "a field", code, "one of " + CodeLists.list(CodeLists.FIELDS).currentCodes());
    }
  }

  public static Field of(String code) {
    return new Field(code);
  }

  /** The field, or empty when the list of fields has no such code. */
  public static Optional<Field> find(String code) {
    return CodeLists.list(CodeLists.FIELDS).find(code).map(entry -> new Field(entry.code()));
  }

  @Override
  public int compareTo(Field other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
