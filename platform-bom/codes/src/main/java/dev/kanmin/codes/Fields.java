package dev.kanmin.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields (分野) of medical technology, and what hints at each. */
public final class Fields {
  private static final List<Field> ALL =
      list().entries().stream().map(entry -> new Field(entry.code())).toList();
  private static final Map<Field, FieldHints> HINTS =
      list().entries().stream()
          .map(FieldHints::of)
          .collect(Collectors.toUnmodifiableMap(FieldHints::field, Function.identity()));

  private Fields() {}

  /** All fields, retired ones too, in the order in which pages show them; cross-field last. */
  public static List<Field> all() {
    return ALL;
  }

  /** The fields offered for new records on that day. */
  public static List<Field> currentOn(LocalDate day) {
    return list().currentOn(day).stream().map(entry -> new Field(entry.code())).toList();
  }

  /**
   * The listed one of that code.
   *
   * @throws IllegalArgumentException if the list of fields has no such code
   */
  public static Field require(String code) {
    return new Field(code);
  }

  public static Optional<Field> find(String code) {
    return Field.find(code);
  }

  public static String label(Field field, Language language) {
    return list().label(field.code(), language);
  }

  /** What in an activity, a need or a tender points to this field. */
  public static FieldHints hints(Field field) {
    return Optional.ofNullable(HINTS.get(field)).orElseThrow();
  }

  private static CodeList list() {
    return CodeLists.list(CodeLists.FIELDS);
  }
}
