package dev.kanmin.gateway.form;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What stands in the inputs of a form, as it was typed. A place is named by a JSON pointer whose
 * numbers name the items of a group: they have gaps where one was taken away.
 */
public final class Values {
  /** Names of inputs begin so, before their place. */
  static final String VALUE = "v:";

  /** The hidden input that names an item of a group. */
  static final String ITEM = "i:";

  private static final int MOST_ITEMS = 200;

  private final Map<String, List<String>> texts = new HashMap<>();
  private final Map<String, List<String>> items = new TreeMap<>();

  /** Nothing typed yet. */
  public static Values none() {
    return new Values();
  }

  /** What a browser has sent. */
  public static Values sent(MultiValueMap<String, String> form) {
    Values values = new Values();
    form.forEach(
        (name, given) -> {
          if (name.startsWith(VALUE)) {
            values.texts.put(name.substring(VALUE.length()), given);
          } else if (name.startsWith(ITEM)) {
            values.items.put(
                name.substring(ITEM.length()),
                new ArrayList<>(
                    given.stream()
                        .filter(item -> item.matches("[0-9]{1,6}"))
                        .distinct()
                        .limit(MOST_ITEMS)
                        .toList()));
          }
        });
    return values;
  }

  /** What is there already. */
  public static Values of(Schema schema, JsonNode value, FormWords words) {
    Values values = new Values();
    values.fill(schema, value, "", words.zone(), words);
    return values;
  }

  /** Takes over what is at one property of something else. */
  public void fill(String property, Schema schema, JsonNode value, FormWords words) {
    fill(schema, value, "/" + property, words.zone(), words);
  }

  List<String> texts(String place) {
    return texts.getOrDefault(place, List.of());
  }

  Optional<String> text(String place) {
    return texts(place).stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }

  List<String> items(String place) {
    return items.getOrDefault(place, List.of());
  }

  /** One more item. */
  public void add(String place) {
    List<String> known = items.computeIfAbsent(place, key -> new ArrayList<>());
    if (known.size() < MOST_ITEMS) {
      int next = known.stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1;
      known.add(String.valueOf(next));
    }
  }

  /** Takes an item away, named by its place. */
  public void remove(String place) {
    int slash = place.lastIndexOf('/');
    if (slash >= 0) {
      List<String> known = items.getOrDefault(place.substring(0, slash), List.of());
      items.put(
          place.substring(0, slash),
          new ArrayList<>(
              known.stream().filter(item -> !item.equals(place.substring(slash + 1))).toList()));
    }
  }

  private void fill(Schema schema, JsonNode value, String place, ZoneId zone, FormWords words) {
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    if (schema.isLocalized()) {
      value
          .properties()
          .forEach(
              text ->
                  texts.put(place + "/" + text.getKey(), List.of(text.getValue().asString(""))));
    } else if (schema.isObject()) {
      ZoneId inside =
          schema.zone().flatMap(name -> Inputs.zone(value.path(name).asString(""))).orElse(zone);
      schema
          .properties()
          .forEach(
              (name, property) -> {
                String at = place + "/" + name;
                if (schema.isOfItself(property) && value.has(name)) {
                  add(at);
                  at = at + "/0";
                }
                fill(property, value.path(name), at, inside, words);
              });
    } else if (schema.isArray()) {
      fillItems(schema, value, place, zone, words);
    } else if (schema.isMap()) {
      fillPairs(schema, value, place, zone, words);
    } else if (value.isObject()) {
      fillVariant(schema.variants(), value, place, zone, words);
    } else {
      texts.put(place, List.of(text(schema, value, zone, words)));
    }
  }

  private void fillItems(
      Schema schema, JsonNode value, String place, ZoneId zone, FormWords words) {
    Schema item = schema.items().orElseThrow();
    if (Inputs.isChecked(item, words)) {
      texts.put(place, value.valueStream().map(JsonNode::asString).toList());
      return;
    }
    for (JsonNode one : value) {
      add(place);
      fill(item, one, place + "/" + items(place).getLast(), zone, words);
    }
  }

  private void fillPairs(
      Schema schema, JsonNode value, String place, ZoneId zone, FormWords words) {
    value
        .properties()
        .forEach(
            one -> {
              add(place);
              String pair = place + "/" + items(place).getLast();
              JsonNode name = JsonNodeFactory.instance.stringNode(one.getKey());
              fill(schema.names(), name, pair + Pairs.NAME, zone, words);
              fill(schema.named(), one.getValue(), pair + Pairs.VALUE, zone, words);
            });
  }

  private void fillVariant(
      Variants variants, JsonNode value, String place, ZoneId zone, FormWords words) {
    variants
        .of(value)
        .ifPresent(
            one -> {
              texts.put(Variants.choice(place), List.of(one.code()));
              fill(variants.inputs(one), value, one.place(place), zone, words);
            });
  }

  private static String text(Schema schema, JsonNode value, ZoneId zone, FormWords words) {
    String text = value.asString("");
    if (schema.format().equals("date-time")) {
      return LocalDateTime.ofInstant(Instant.parse(text), zone)
          .truncatedTo(ChronoUnit.MINUTES)
          .toString();
    }
    if (schema.codeList().isPresent() && Inputs.isSearched(schema, words)) {
      return new Choice(text, words.code(schema.codeList().get(), text)).typed();
    }
    return text;
  }
}
