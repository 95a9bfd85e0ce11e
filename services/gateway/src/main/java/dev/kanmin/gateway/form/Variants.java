package dev.kanmin.gateway.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The shapes of which a value has one (OpenAPI 3.1, {@code oneOf} with or without a discriminator).
 *
 * @param property whose value says which one it is; empty if the shape alone says it
 */
record Variants(Optional<String> property, List<Variant> all) {
  /** Where in a form is said which one it is, below the place of the value. */
  private static final String CHOSEN = "/*";

  /**
   * One of them.
   *
   * @param code as the property has it, else the name of its type
   */
  record Variant(String code, Schema schema) {
    /** The place of its inputs in a form: what is typed for one is not taken for another. */
    String place(String around) {
      return around + CHOSEN + code;
    }
  }

  /** Two shapes of objects at least: what may be absent, or a number or a text, is none of it. */
  static Variants of(Schema schema) {
    JsonNode node = schema.node();
    List<Schema> shapes = new ArrayList<>();
    for (String word : List.of("oneOf", "anyOf")) {
      node.path(word)
          .forEach(
              shape ->
                  shapes.add(
                      Schema.of(schema.document(), shape, schema.name() + (shapes.size() + 1))));
    }
    if (schema.isObject() || shapes.stream().filter(Schema::isObject).count() < 2) {
      return new Variants(Optional.empty(), List.of());
    }
    JsonNode discriminator = node.path("discriminator");
    Optional<String> property =
        Optional.of(discriminator.path("propertyName").asString("")).filter(it -> !it.isEmpty());
    return new Variants(
        property,
        shapes.stream()
            .filter(Schema::isObject)
            .map(shape -> new Variant(code(shape, property, discriminator.path("mapping")), shape))
            .toList());
  }

  private static String code(Schema shape, Optional<String> property, JsonNode mapping) {
    return mapping.properties().stream()
        .filter(one -> one.getValue().asString("").endsWith("/" + shape.name()))
        .map(one -> one.getKey())
        .findFirst()
        .or(() -> property.flatMap(shape::property).flatMap(Variants::only))
        .orElse(shape.name());
  }

  private static Optional<String> only(Schema property) {
    return property.node().has("const")
        ? Optional.of(property.node().path("const").asString(""))
        : property.values().stream().findFirst();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Where in a form is said which one it is. */
  static String choice(String place) {
    return place + CHOSEN;
  }

  Optional<Variant> called(String code) {
    return all.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** The one that a value is: as it says, else that which has the most of its properties. */
  Optional<Variant> of(JsonNode value) {
    return property
        .flatMap(name -> called(value.path(name).asString("")))
        .or(
            () ->
                all.stream()
                    .filter(one -> value.propertyNames().containsAll(one.schema().required()))
                    .max(Comparator.comparingLong(one -> shared(one, value))));
  }

  /** The shape without what says which one it is: that is chosen, not typed. */
  Schema inputs(Variant variant) {
    return property.map(name -> variant.schema().without(name)).orElse(variant.schema());
  }

  private static long shared(Variant variant, JsonNode value) {
    Set<String> known = variant.schema().properties().keySet();
    return value.propertyNames().stream().filter(known::contains).count();
  }
}
