package dev.kanmin.gateway.form;

import dev.kanmin.gateway.form.Variants.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the inputs of a form from the schema of what is sent. */
public final class FormMaker {
  /** The languages of texts, those that officers write in first. */
  static final List<String> LANGUAGES = List.of("ja", "en", "zh-Hans", "zh-Hant", "ko");

  private static final Set<String> ALWAYS_OPEN = Set.of("ja", "en");
  private static final int DEEPEST = 8;
  private static final String ALWAYS = "always";
  private static final String WITHIN = "within";

  private final Values values;
  private final Map<String, List<String>> faults;
  private final FormWords words;
  private final Set<String> told = new LinkedHashSet<>();

  private FormMaker(Values values, Map<String, List<String>> faults, FormWords words) {
    this.values = values;
    this.faults = faults;
    this.words = words;
  }

  /**
   * A form.
   *
   * @param summary what is wrong, each with the id of its input
   * @param elsewhere what is wrong at no input
   */
  public record Form(List<Input> inputs, List<Fault> summary, List<String> elsewhere) {}

  /**
   * Something that is wrong.
   *
   * @param id of the input in HTML
   */
  public record Fault(String id, String label, String text) {}

  /**
   * Makes the form of a body.
   *
   * @param faults by place, as {@link Written#place} tells it
   */
  public static Form form(
      Schema body, Values values, Map<String, List<String>> faults, FormWords words) {
    FormMaker maker = new FormMaker(values, faults, words);
    List<Input> inputs =
        body.isObject()
            ? maker.properties(body, "", ALWAYS, 0)
            : body.variants().isEmpty()
                ? List.of()
                : List.of(
                    maker.variants(
                        body, "", words.say("form.variant"), Optional.empty(), ALWAYS, 0));
    List<Fault> summary = new ArrayList<>();
    inputs.forEach(input -> collect(input, summary));
    List<String> elsewhere =
        faults.entrySet().stream()
            .filter(fault -> !maker.told.contains(fault.getKey()))
            .flatMap(fault -> fault.getValue().stream())
            .toList();
    return new Form(inputs, summary, elsewhere);
  }

  /** What is there before anything is typed. */
  static Optional<String> preset(Schema schema) {
    if (schema.format().equals("time-zone")) {
      return Optional.of("Asia/Tokyo");
    }
    return schema.codeList().filter("currencies"::equals).map(list -> "JPY");
  }

  private static void collect(Input input, List<Fault> summary) {
    input.faults().forEach(text -> summary.add(new Fault(input.id(), input.label(), text)));
    input.parts().forEach(part -> collect(part, summary));
  }

  private List<Input> properties(Schema schema, String place, String needed, int depth) {
    List<Input> inputs = new ArrayList<>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              String label = words.label(schema.name(), name, property.description());
              Optional<String> hint = words.hint(schema.name(), name);
              String required = schema.required().contains(name) ? needed : "";
              inputs.add(
                  schema.isOfItself(property)
                      ? items(property, place + "/" + name, label, hint, required, depth)
                      : input(property, place + "/" + name, label, hint, required, depth));
            });
    return inputs;
  }

  private Input input(
      Schema schema,
      String place,
      String label,
      Optional<String> hint,
      String required,
      int depth) {
    if (depth > DEEPEST) {
      // nobody goes so deep but by adding parts of parts of parts
      return made("group", place, label, hint, required, "", List.of(), List.of(), List.of());
    }
    if (schema.isLocalized()) {
      return localized(place, label, hint, required);
    }
    if (schema.isObject()) {
      List<Input> parts =
          properties(schema, place, required.equals(ALWAYS) ? ALWAYS : WITHIN, depth + 1);
      return made("group", place, label, hint, required, "", List.of(), List.of(), parts);
    }
    if (schema.isArray()) {
      return array(schema, place, label, hint, required, depth);
    }
    if (schema.isMap()) {
      return pairs(schema, place, label, hint, required, depth);
    }
    return schema.variants().isEmpty()
        ? single(schema, place, label, hint, required)
        : variants(schema, place, label, hint, required, depth);
  }

  /** A name and what stands at it, as often as it is added. */
  private Input pairs(
      Schema schema,
      String place,
      String label,
      Optional<String> hint,
      String required,
      int depth) {
    Schema named = schema.named();
    List<Input> pairs = new ArrayList<>();
    for (String at : values.items(place)) {
      String pair = place + "/" + at;
      List<Input> inside = new ArrayList<>();
      inside.add(
          single(
              schema.names(),
              pair + Pairs.NAME,
              words.label(schema.name(), Pairs.NAME_WORDS, ""),
              Optional.empty(),
              ALWAYS));
      if (named.isObject()) {
        inside.addAll(properties(named, pair + Pairs.VALUE, ALWAYS, depth + 1));
      } else {
        inside.add(
            input(
                named,
                pair + Pairs.VALUE,
                words.label(schema.name(), Pairs.VALUE_WORDS, ""),
                Optional.empty(),
                ALWAYS,
                depth + 1));
      }
      pairs.add(
          made(
              "item",
              pair,
              words.say("form.item", label, pairs.size() + 1),
              Optional.empty(),
              "",
              "",
              List.of(),
              List.of(),
              inside));
    }
    return made("items", place, label, hint, required, "", List.of(), List.of(), pairs);
  }

  /** Which one it is, each with its inputs. */
  private Input variants(
      Schema schema,
      String place,
      String label,
      Optional<String> hint,
      String required,
      int depth) {
    Variants variants = schema.variants();
    List<Input> parts = new ArrayList<>();
    for (Variant one : variants.all()) {
      String inside = one.place(place);
      parts.add(
          made(
              "variant",
              inside,
              words.label(schema.name(), one.code(), one.schema().description()),
              Optional.empty(),
              "",
              one.code(),
              List.of(),
              List.of(),
              properties(variants.inputs(one), inside, ALWAYS, depth + 1)));
    }
    return made(
        "variants",
        place,
        label,
        hint,
        required,
        values.text(Variants.choice(place)).orElse(""),
        List.of(),
        List.of(),
        parts);
  }

  private Input localized(String place, String label, Optional<String> hint, String required) {
    List<Input> parts = new ArrayList<>();
    for (String language : LANGUAGES) {
      String at = place + "/" + language;
      String text = values.texts(at).stream().findFirst().orElse("");
      List<String> wrong = faults(at);
      parts.add(
          new Input(
              "text",
              at,
              id(at),
              words.code("languages", language),
              Optional.empty(),
              "",
              language,
              !ALWAYS_OPEN.contains(language) && text.isEmpty() && wrong.isEmpty(),
              text,
              List.of(),
              List.of(),
              List.of(),
              wrong));
    }
    return made("texts", place, label, hint, required, "", List.of(), List.of(), parts);
  }

  private Input array(
      Schema schema,
      String place,
      String label,
      Optional<String> hint,
      String required,
      int depth) {
    Schema item = schema.items().orElseThrow();
    if (Inputs.isChecked(item, words)) {
      return made(
          "checks",
          place,
          label,
          hint,
          required,
          "",
          values.texts(place),
          Inputs.choices(item, words),
          List.of());
    }
    return items(item, place, label, hint, required, depth);
  }

  private Input items(
      Schema item, String place, String label, Optional<String> hint, String required, int depth) {
    List<Input> parts = new ArrayList<>();
    for (String at : values.items(place)) {
      String inside = place + "/" + at;
      String numbered = words.say("form.item", label, parts.size() + 1);
      if (item.isObject()) {
        parts.add(
            made(
                "item",
                inside,
                numbered,
                Optional.empty(),
                "",
                "",
                List.of(),
                List.of(),
                properties(item, inside, ALWAYS, depth + 1)));
      } else {
        Input only = input(item, inside, numbered, Optional.empty(), "", depth + 1);
        parts.add(
            new Input(
                "item",
                inside,
                id(inside) + "-item",
                numbered,
                Optional.empty(),
                "",
                "",
                false,
                "",
                List.of(),
                List.of(),
                List.of(only),
                List.of()));
      }
    }
    return made("items", place, label, hint, required, "", List.of(), List.of(), parts);
  }

  private Input single(
      Schema schema, String place, String label, Optional<String> hint, String required) {
    List<Choice> choices = Inputs.choices(schema, words);
    String value =
        values.texts(place).stream().findFirst().orElseGet(() -> preset(schema, choices));
    String sort = sort(schema, choices);
    return made(
        sort,
        place,
        label,
        hint,
        required,
        value,
        List.of(),
        withValue(choices, value, sort),
        List.of());
  }

  /** What is there must stay there, even if it is offered no longer. */
  private static List<Choice> withValue(List<Choice> choices, String value, String sort) {
    if (!sort.equals("select")
        || value.isEmpty()
        || choices.stream().anyMatch(choice -> choice.value().equals(value))) {
      return choices;
    }
    List<Choice> more = new ArrayList<>(choices);
    more.add(new Choice(value, value));
    return more;
  }

  private String preset(Schema schema, List<Choice> choices) {
    return preset(schema)
        .map(
            code ->
                Inputs.isSearched(schema, words)
                    ? choices.stream()
                        .filter(choice -> choice.value().equals(code))
                        .findFirst()
                        .map(Choice::typed)
                        .orElse(code)
                    : code)
        .orElse("");
  }

  private String sort(Schema schema, List<Choice> choices) {
    if (!choices.isEmpty()) {
      return Inputs.isSearched(schema, words) ? "search" : "select";
    }
    return switch (schema.type()) {
      case "boolean" -> "checkbox";
      case "integer", "number" -> "number";
      default ->
          switch (schema.format()) {
            case "date" -> "date";
            case "date-time" -> "moment";
            default -> schema.node().path("maxLength").asInt(0) > 200 ? "long" : "text";
          };
    };
  }

  private Input made(
      String sort,
      String place,
      String label,
      Optional<String> hint,
      String required,
      String value,
      List<String> chosen,
      List<Choice> choices,
      List<Input> parts) {
    return new Input(
        sort,
        place,
        id(place),
        label,
        hint,
        required,
        "",
        false,
        value,
        chosen,
        choices,
        parts,
        faults(place));
  }

  /** Told once, at the innermost place that the form has. */
  private List<String> faults(String place) {
    List<String> here = faults.getOrDefault(place, List.of());
    if (!here.isEmpty()) {
      told.add(place);
    }
    return here;
  }

  private static String id(String place) {
    return "f" + place.replaceAll("[^A-Za-z0-9]", "-");
  }

  /** The faults by place, from what a service says of the JSON that was sent. */
  public static Map<String, List<String>> byPlace(
      Map<String, List<String>> byPointer, Written sent) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    byPointer.forEach(
        (pointer, texts) ->
            places.computeIfAbsent(sent.place(pointer), key -> new ArrayList<>()).addAll(texts));
    return places;
  }
}
