package dev.kanmin.gateway.form;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The words of forms and facts in one language. */
public interface FormWords {
  /**
   * What people call a property.
   *
   * @param type whose it is
   * @param described what its comment says, for what nobody has found words for
   */
  String label(String type, String property, String described);

  /** What to write there; empty if that is plain. */
  Optional<String> hint(String type, String property);

  /** The sentence of that key. */
  String say(String key, Object... arguments);

  /** What people call a code. */
  String code(String list, String code);

  /** The codes that are offered, in order. */
  List<Choice> choices(String list);

  /** A text in the best language it has. */
  String text(JsonNode texts);

  /** A day as ISO 8601 writes it. */
  String day(String day);

  /** A moment as RFC 3339 writes it. */
  String moment(String moment);

  String money(String amount, String currency);

  String number(long number);

  /** Tag of the language. */
  String language();

  /** Where moments are read on the clock if nothing says otherwise. */
  ZoneId zone();
}
