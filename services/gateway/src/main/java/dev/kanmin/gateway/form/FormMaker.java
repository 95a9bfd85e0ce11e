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
                    maker.variants(body, Question.required("", words.say("form.variant")), 0));
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

  /**
   * What is asked for.
   *
   * @param place in the body
   * @param required how it is marked: always, only within something that is there, or not
   */
  private record Question(String place, String label, Optional<String> hint, String required) {
    static Question of(String place, String label) {
      return new Question(place, label, Optional.empty(), "");
    }

    static Question required(String place, String label) {
      return new Question(place, label, Optional.empty(), ALWAYS);
    }
  }

  private List<Input> properties(Schema schema, String place, String needed, int depth) {
    List<Input> inputs = new ArrayList<>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              Question asked =
                  new Question(
                      place + "/" + name,
                      words.label(schema.name(), name, property.description()),
                      words.hint(schema.name(), name),
                      schema.required().contains(name) ? needed : "");
              inputs.add(
                  schema.isOfItself(property)
                      ? items(property, asked, depth)
                      : input(property, asked, depth));
            });
    return inputs;
  }

  private Input input(Schema schema, Question asked, int depth) {
    if (depth > DEEPEST) {
      // nobody goes so deep but by adding parts of parts of parts
      return made("group", asked, List.of());
    }
    if (schema.isLocalized()) {
      return localized(asked);
    }
    if (schema.isObject()) {
      String needed = asked.required().equals(ALWAYS) ? ALWAYS : WITHIN;
      return made("group", asked, properties(schema, asked.place(), needed, depth + 1));
    }
    if (schema.isArray()) {
      return array(schema, asked, depth);
    }
    if (schema.isMap()) {
      return pairs(schema, asked, depth);
    }
    return schema.variants().isEmpty() ? single(schema, asked) : variants(schema, asked, depth);
  }

  /** A name and what stands at it, as often as it is added. */
  private Input pairs(Schema schema, Question asked, int depth) {
    Schema named = schema.named();
    String name = words.label(schema.name(), Pairs.NAME_WORDS, "");
    String value = words.label(schema.name(), Pairs.VALUE_WORDS, "");
    List<Input> pairs = new ArrayList<>();
    for (String at : values.items(asked.place())) {
      String pair = asked.place() + "/" + at;
      List<Input> inside = new ArrayList<>();
      inside.add(single(schema.names(), Question.required(pair + Pairs.NAME, name)));
      if (named.isObject()) {
        inside.addAll(properties(named, pair + Pairs.VALUE, ALWAYS, depth + 1));
      } else {
        inside.add(input(named, Question.required(pair + Pairs.VALUE, value), depth + 1));
      }
      pairs.add(made("item", numbered(asked, pair, pairs.size() + 1), inside));
    }
    return made("items", asked, pairs);
  }

  /** Which one it is, each with its inputs. */
  private Input variants(Schema schema, Question asked, int depth) {
    Variants variants = schema.variants();
    List<Input> parts = new ArrayList<>();
    for (Variant one : variants.all()) {
      String inside = one.place(asked.place());
      String label = words.label(schema.name(), one.code(), one.schema().description());
      parts.add(
          made(
              "variant",
              Question.of(inside, label),
              one.code(),
              List.of(),
              List.of(),
              properties(variants.inputs(one), inside, ALWAYS, depth + 1)));
    }
    String chosen = values.text(Variants.choice(asked.place())).orElse("");
    return made("variants", asked, chosen, List.of(), List.of(), parts);
  }

  private Input localized(Question asked) {
    List<Input> parts = new ArrayList<>();
    for (String language : LANGUAGES) {
      String at = asked.place() + "/" + language;
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
    return made("texts", asked, parts);
  }

  private Input array(Schema schema, Question asked, int depth) {
    Schema item = schema.items().orElseThrow();
    return Inputs.isChecked(item, words)
        ? made(
            "checks",
            asked,
            "",
            values.texts(asked.place()),
            Inputs.choices(item, words),
            List.of())
        : items(item, asked, depth);
  }

  private Input items(Schema item, Question asked, int depth) {
    List<Input> parts = new ArrayList<>();
    for (String at : values.items(asked.place())) {
      String inside = asked.place() + "/" + at;
      Question one = numbered(asked, inside, parts.size() + 1);
      if (item.isObject()) {
        parts.add(made("item", one, properties(item, inside, ALWAYS, depth + 1)));
      } else {
        Input only = input(item, one, depth + 1);
        // its faults are told by the one input in it
        parts.add(
            new Input(
                "item",
                inside,
                id(inside) + "-item",
                one.label(),
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
    return made("items", asked, parts);
  }

  private Question numbered(Question asked, String place, int number) {
    return Question.of(place, words.say("form.item", asked.label(), number));
  }

  private Input single(Schema schema, Question asked) {
    List<Choice> choices = Inputs.choices(schema, words);
    String value =
        values.texts(asked.place()).stream().findFirst().orElseGet(() -> preset(schema, choices));
    String sort = sort(schema, choices);
    return made(sort, asked, value, List.of(), withValue(choices, value, sort), List.of());
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

  private Input made(String sort, Question asked, List<Input> parts) {
    return made(sort, asked, "", List.of(), List.of(), parts);
  }

  private Input made(
      String sort,
      Question asked,
      String value,
      List<String> chosen,
      List<Choice> choices,
      List<Input> parts) {
    return new Input(
        sort,
        asked.place(),
        id(asked.place()),
        asked.label(),
        asked.hint(),
        asked.required(),
        "",
        false,
        value,
        chosen,
        choices,
        parts,
        faults(asked.place()));
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
