package dev.kanmin.gateway.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Puts what a service says of a record into words, by the schema of its answer. */
public final class FactMaker {
  /** What a page tells elsewhere. */
  private static final Set<String> NO_FACTS = Set.of("id", "version", "actions", "leftOut");

  private final FormWords words;

  public FactMaker(FormWords words) {
    this.words = words;
  }

  /** What of it is there. */
  public List<Fact> facts(Schema schema, JsonNode value) {
    List<Fact> facts = new ArrayList<>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              if (!NO_FACTS.contains(name)) {
                fact(
                        property,
                        value.path(name),
                        words.label(schema.name(), name, property.description()))
                    .ifPresent(facts::add);
              }
            });
    return facts;
  }

  private Optional<Fact> fact(Schema schema, JsonNode value, String label) {
    if (value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty())) {
      return Optional.empty();
    }
    Optional<String> line = line(schema, value);
    if (line.isPresent()) {
      return line.filter(text -> !text.isEmpty()).map(text -> Fact.of(label, List.of(text)));
    }
    if (schema.isArray()) {
      return items(schema.items(), value, label);
    }
    if (schema.isObject()) {
      return parts(label, facts(schema, value));
    }
    if (schema.isMap() && !schema.named().type().equals("integer")) {
      return parts(label, pairs(schema, value));
    }
    Variants variants = schema.variants();
    if (!variants.isEmpty()) {
      return variants.of(value).flatMap(one -> parts(label, facts(one.schema(), value)));
    }
    return value.isObject() ? counts(value, label) : Optional.empty();
  }

  private List<Fact> pairs(Schema schema, JsonNode value) {
    return value.properties().stream()
        .flatMap(
            one ->
                fact(
                    schema.named(),
                    one.getValue(),
                    schema
                        .names()
                        .codeList()
                        .map(list -> words.code(list, one.getKey()))
                        .orElse(one.getKey()))
                    .stream())
        .toList();
  }

  private static Optional<Fact> parts(String label, List<Fact> parts) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fact(label, List.of(), parts, List.of()));
  }

  private Optional<Fact> items(Optional<Schema> item, JsonNode value, String label) {
    if (item.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines =
        value.valueStream().flatMap(one -> line(item.get(), one).stream()).toList();
    if (lines.size() == value.size()) {
      return Optional.of(Fact.of(label, lines));
    }
    List<List<Fact>> items =
        value.valueStream().map(one -> facts(item.get(), one)).filter(it -> !it.isEmpty()).toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fact(label, List.of(), List.of(), items));
  }

  /** How many of each. */
  private Optional<Fact> counts(JsonNode value, String label) {
    List<Fact> parts =
        value.properties().stream()
            .filter(one -> one.getValue().isNumber() && one.getValue().asLong() != 0)
            .map(
                one ->
                    Fact.of(
                        words.label("", one.getKey(), one.getKey()),
                        List.of(words.number(one.getValue().asLong()))))
            .toList();
    return parts(label, parts);
  }

  /** In one line, if that is enough. */
  private Optional<String> line(Schema schema, JsonNode value) {
    if (schema.isLocalized()) {
      return Optional.of(words.text(value));
    }
    if (schema.isObject()) {
      Set<String> names = schema.properties().keySet();
      if (names.equals(Set.of("amount", "currency"))) {
        return Optional.of(
            words.money(value.path("amount").asString(""), value.path("currency").asString("")));
      }
      if (names.size() == 2 && schema.zone().isPresent() && names.contains("at")) {
        return Optional.of(words.moment(value.path("at").asString("")));
      }
      return Optional.empty();
    }
    if (schema.isArray() || value.isContainer()) {
      return Optional.empty();
    }
    String text = value.asString("");
    if (schema.codeList().isPresent()) {
      return Optional.of(words.code(schema.codeList().get(), text));
    }
    return Optional.of(
        switch (schema.format()) {
          case "date" -> words.day(text);
          case "date-time" -> words.moment(text);
          default ->
              switch (schema.type()) {
                case "boolean" -> words.say(value.asBoolean() ? "fact.yes" : "fact.no");
                case "integer" -> words.number(value.asLong());
                default -> text;
              };
        });
  }
}
