package dev.kanmin.gateway.picture;

import dev.kanmin.events.UnreadableEvent;
import dev.kanmin.gateway.feed.KnownTexts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The JSON of one event, read once from front to end: what a reader asks for is taken out, the rest
 * is passed over. A reader is a loop over the fields of an object:
 *
 * <pre>{@code
 * data.object();
 * while (data.next()) {
 *   switch (data.field()) {
 *     case "state" -> state = data.code();
 *     default -> data.skip();
 *   }
 * }
 * }</pre>
 *
 * <p>A field whose value is {@code null} is passed over like one that is missing. Whatever is not
 * as promised is an {@link UnreadableEvent} that names the place as a JSON pointer. By hand and not
 * by reflection, because a node folds its whole feed when it starts: see docs/performance.md.
 */
final class EventData {
  private static final KnownTexts<Optional<String>> CODES = new KnownTexts<>(Optional::of);
  private static final KnownTexts<Optional<LocalDate>> DATES =
      new KnownTexts<>(text -> Optional.of(LocalDate.parse(text)));
  private static final KnownTexts<Instant> INSTANTS = new KnownTexts<>(Instant::parse);

  private static final int ORDINARY_LIST = 4;

  private final JsonParser json;
  private String field = "";

  private EventData(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads a whole document, and closes its parser.
   *
   * @param reader called before the first token; reads one object
   * @throws UnreadableEvent if something is missing, of another kind, or left over behind the end
   */
  static <T> T read(JsonParser document, Function<EventData, T> reader) {
    try (JsonParser json = document) {
      EventData data = new EventData(json);
      json.nextToken();
      T result = reader.apply(data);
      if (json.nextToken() != null) {
        throw new UnreadableEvent("there is something behind the end");
      }
      return result;
    }
  }

  /** Enters the object that stands here. */
  void object() {
    expect(JsonToken.START_OBJECT, "an object");
  }

  /**
   * Goes to the next field of the object that was entered last; false, and out of it, at its end.
   */
  boolean next() {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      field = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        return true;
      }
    }
    return false;
  }

  /** Name of the field at which {@link #next()} arrived. */
  String field() {
    return field;
  }

  /** Passes over the value that stands here. */
  void skip() {
    json.skipChildren();
  }

  /** The text that stands here. */
  String text() {
    expect(JsonToken.VALUE_STRING, "a text");
    return json.getString();
  }

  /** The text that stands here, which is one of few. */
  String code() {
    return optionalCode().orElseThrow();
  }

  /** The same, as a part that may be missing elsewhere: one object for all who have it. */
  Optional<String> optionalCode() {
    return known(CODES);
  }

  /** The number that stands here; decimals may be written as text. */
  BigDecimal decimal() {
    try {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        return new BigDecimal(
            json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
      }
      if (json.currentToken().isNumeric()) {
        return json.getDecimalValue();
      }
    } catch (NumberFormatException malformed) {
      throw unreadable("is not a number", malformed);
    }
    throw unreadable("is not a number");
  }

  /** The day that stands here, {@code 2027-01-15}. */
  LocalDate date() {
    return optionalDate().orElseThrow();
  }

  /** The same, as a part that may be missing elsewhere: one object for all who have it. */
  Optional<LocalDate> optionalDate() {
    try {
      return known(DATES);
    } catch (DateTimeException malformed) {
      throw unreadable("is not a date", malformed);
    }
  }

  /** The instant that stands here, {@code 2026-12-18T08:00:00Z}. */
  Instant instant() {
    try {
      return known(INSTANTS);
    } catch (DateTimeException malformed) {
      throw unreadable("is not an instant", malformed);
    }
  }

  /** The list that stands here. */
  <T> List<T> list(Function<EventData, T> element) {
    expect(JsonToken.START_ARRAY, "a list");
    List<T> elements = new ArrayList<>(ORDINARY_LIST);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(element.apply(this));
    }
    return List.copyOf(elements);
  }

  /** Language tag to text. */
  Map<String, String> languages() {
    Map<String, String> texts = new HashMap<>();
    object();
    while (next()) {
      texts.put(field(), text());
    }
    return Map.copyOf(texts);
  }

  /**
   * A part that the producer promised; call it behind the object that should have it.
   *
   * @throws UnreadableEvent if it did not come
   */
  <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw unreadable("has no " + name);
    }
    return part;
  }

  private <T> T known(KnownTexts<T> texts) {
    expect(JsonToken.VALUE_STRING, "a text");
    return texts.valueOf(
        json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
  }

  private void expect(JsonToken token, String what) {
    if (json.currentToken() != token) {
      throw unreadable("is not " + what);
    }
  }

  private UnreadableEvent unreadable(String what) {
    return new UnreadableEvent(place() + " " + what);
  }

  private UnreadableEvent unreadable(String what, RuntimeException cause) {
    return new UnreadableEvent(place() + " " + what, cause);
  }

  private String place() {
    String pointer = json.streamReadContext().pathAsPointer().toString();
    return pointer.isEmpty() ? "the event" : pointer;
  }
}
