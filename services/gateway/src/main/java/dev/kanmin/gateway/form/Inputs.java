package dev.kanmin.gateway.form;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** By which sort of input a value is given. */
final class Inputs {
  /** A list of more is looked through by typing. */
  private static final int MOST_TO_SELECT = 30;

  /** Of a list of more, codes are added one by one. */
  private static final int MOST_TO_CHECK = 24;

  private Inputs() {}

  /** What can be chosen; empty if anything can be written. */
  static List<Choice> choices(Schema schema, FormWords words) {
    if (!schema.values().isEmpty()) {
      return schema.values().stream()
          .map(
              value ->
                  new Choice(
                      value, schema.codeList().map(list -> words.code(list, value)).orElse(value)))
          .toList();
    }
    if (schema.format().equals("time-zone")) {
      return words.choices("time-zones");
    }
    return schema.codeList().map(words::choices).orElse(List.of());
  }

  /** Whether a value of it is looked for by typing. */
  static boolean isSearched(Schema schema, FormWords words) {
    return schema.values().isEmpty() && choices(schema, words).size() > MOST_TO_SELECT;
  }

  /** Whether several of it are ticked, rather than added one by one. */
  static boolean isChecked(Schema item, FormWords words) {
    int size = choices(item, words).size();
    return !item.isObject() && size > 0 && size <= MOST_TO_CHECK;
  }

  static Optional<ZoneId> zone(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The code of what was typed or chosen; as it stands if it is none. */
  static String code(String typed, List<Choice> choices) {
    return choices.stream()
        .filter(
            choice ->
                choice.typed().equalsIgnoreCase(typed)
                    || choice.label().equalsIgnoreCase(typed)
                    || choice.value().equalsIgnoreCase(typed))
        .map(Choice::value)
        .findFirst()
        .orElse(typed);
  }
}
