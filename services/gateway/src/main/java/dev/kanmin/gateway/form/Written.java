package dev.kanmin.gateway.form;

import dev.kanmin.events.wire.Json;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON that a form is sent as, and where in the form each of its places was typed. Nothing is
 * judged here: what is no number goes as the text it is, and the service says so.
 */
public final class Written {
  private static final JsonNodeFactory NODES = Json.events().getNodeFactory();

  private final Values values;
  private final FormWords words;
  private final Map<String, String> places = new HashMap<>();
  private final Set<String> twice = new LinkedHashSet<>();
  private final JsonNode json;

  private Written(Schema schema, Values values, FormWords words) {
    this.values = values;
    this.words = words;
    this.json = read(schema, "", "", words.zone()).orElseGet(NODES::objectNode);
  }

  /** Makes the JSON. */
  public static Written of(Schema schema, Values values, FormWords words) {
    return new Written(schema, values, words);
  }

  public JsonNode json() {
    return json;
  }

  /** What JSON cannot say, and what must not be sent without it, by place in the form. */
  public Map<String, List<String>> faults() {
    return twice.stream()
        .collect(
            Collectors.toMap(place -> place, _ -> List.of(words.say("form.name-given-twice"))));
  }

  /**
   * The place in the form of a fault.
   *
   * @param pointer into the JSON; where the form has nothing so deep, what is around it
   */
  public String place(String pointer) {
    String at = pointer;
    while (!at.isEmpty()) {
      String known = places.get(at);
      if (known != null) {
        return known + pointer.substring(at.length());
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return pointer;
  }

  private Optional<JsonNode> read(Schema schema, String place, String pointer, ZoneId zone) {
    places.put(pointer, place);
    if (schema.isLocalized()) {
      return localized(place, pointer);
    }
    if (schema.isObject()) {
      return object(schema, place, pointer, zone).map(JsonNode.class::cast);
    }
    if (schema.isArray()) {
      return array(schema, place, pointer, zone);
    }
    if (schema.isMap()) {
      return pairs(schema, place, pointer, zone);
    }
    Variants variants = schema.variants();
    if (!variants.isEmpty()) {
      return variant(variants, place, pointer, zone);
    }
    return values.text(place).map(text -> value(schema, text, zone));
  }

  private Optional<JsonNode> localized(String place, String pointer) {
    ObjectNode texts = NODES.objectNode();
    for (String language : FormMaker.LANGUAGES) {
      places.put(pointer + "/" + language, place + "/" + language);
      values.text(place + "/" + language).ifPresent(text -> texts.put(language, text));
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
  }

  private Optional<ObjectNode> object(Schema schema, String place, String pointer, ZoneId zone) {
    ZoneId inside =
        schema
            .zone()
            .flatMap(name -> values.text(place + "/" + name))
            .map(typed -> Inputs.code(typed, words.choices("time-zones")))
            .flatMap(Inputs::zone)
            .orElse(zone);
    ObjectNode object = NODES.objectNode();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              String at = place + "/" + name;
              if (schema.isOfItself(property)) {
                List<String> items = values.items(at);
                at = items.isEmpty() ? "" : at + "/" + items.getFirst();
              }
              if (!at.isEmpty()) {
                read(property, at, pointer + "/" + escaped(name), inside)
                    .ifPresent(value -> object.set(name, value));
              }
            });
    return object.isEmpty() || isOnlyPreset(schema, object)
        ? Optional.empty()
        : Optional.of(object);
  }

  /** A zone or a currency alone says nothing: it was there before anything was typed. */
  private static boolean isOnlyPreset(Schema schema, ObjectNode object) {
    return object.propertyNames().stream()
        .allMatch(
            name ->
                schema
                    .property(name)
                    .filter(
                        property ->
                            FormMaker.preset(property).isPresent()
                                && FormMaker.preset(property)
                                    .get()
                                    .equals(object.path(name).asString("")))
                    .isPresent());
  }

  private Optional<JsonNode> array(Schema schema, String place, String pointer, ZoneId zone) {
    Schema item = schema.items().orElseThrow();
    ArrayNode array = NODES.arrayNode();
    if (Inputs.isChecked(item, words)) {
      values.texts(place).stream()
          .filter(text -> !text.isBlank())
          .forEach(
              text -> {
                places.put(pointer + "/" + array.size(), place);
                array.add(text);
              });
    } else {
      for (String at : values.items(place)) {
        read(item, place + "/" + at, pointer + "/" + array.size(), zone).ifPresent(array::add);
      }
    }
    return array.isEmpty() ? Optional.empty() : Optional.of(array);
  }

  private Optional<JsonNode> pairs(Schema schema, String place, String pointer, ZoneId zone) {
    Schema named = schema.named();
    ObjectNode pairs = NODES.objectNode();
    for (String at : values.items(place)) {
      String pair = place + "/" + at;
      String name =
          values
              .text(pair + Pairs.NAME)
              .map(typed -> Inputs.code(typed, Inputs.choices(schema.names(), words)))
              .orElse("");
      String inside = pointer + "/" + escaped(name);
      if (pairs.has(name)) {
        twice.add(pair + Pairs.NAME);
      }
      Optional<JsonNode> value = read(named, pair + Pairs.VALUE, inside, zone);
      if (name.isEmpty()) {
        places.put(inside, pair + Pairs.NAME);
      } else if (named.isObject()) {
        places.put(inside, pair);
      }
      if (!name.isEmpty() || value.isPresent()) {
        // what is missing there is for the service to say
        pairs.set(
            name, value.orElseGet(() -> named.isObject() ? NODES.objectNode() : NODES.nullNode()));
      }
    }
    return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs);
  }

  private Optional<JsonNode> variant(Variants variants, String place, String pointer, ZoneId zone) {
    variants.property().ifPresent(property -> places.put(pointer + "/" + escaped(property), place));
    return values
        .text(Variants.choice(place))
        .flatMap(variants::called)
        .map(
            one -> {
              ObjectNode object = NODES.objectNode();
              variants.property().ifPresent(property -> object.put(property, one.code()));
              object(variants.inputs(one), one.place(place), pointer, zone)
                  .ifPresent(typed -> object.setAll(typed));
              return object;
            });
  }

  private JsonNode value(Schema schema, String text, ZoneId zone) {
    List<Choice> choices = Inputs.choices(schema, words);
    if (!choices.isEmpty()) {
      return NODES.stringNode(Inputs.code(text, choices));
    }
    return switch (schema.type()) {
      case "boolean" -> NODES.booleanNode(text.equals("true"));
      case "integer", "number" -> number(text);
      default -> schema.format().equals("date-time") ? moment(text, zone) : NODES.stringNode(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return NODES.numberNode(new BigDecimal(text));
    } catch (NumberFormatException none) {
      return NODES.stringNode(text);
    }
  }

  private static JsonNode moment(String text, ZoneId zone) {
    try {
      return NODES.stringNode(LocalDateTime.parse(text).atZone(zone).toInstant().toString());
    } catch (DateTimeParseException none) {
      return NODES.stringNode(text);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
