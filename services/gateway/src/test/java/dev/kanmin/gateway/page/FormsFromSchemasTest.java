package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.FormMaker;
import dev.kanmin.gateway.form.Input;
import dev.kanmin.gateway.form.Schema;
import dev.kanmin.gateway.form.Values;
import dev.kanmin.gateway.form.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Forms of schemas that no service has yet, or that are odd. */
class FormsFromSchemasTest {
  private static final String BASIS =
      """
      {"type": "object", "properties": {"basis": {
        "oneOf": [{"$ref": "#/components/schemas/Law"}, {"$ref": "#/components/schemas/Treaty"}],
        "discriminator": {"propertyName": "kind", "mapping": {
          "law": "#/components/schemas/Law", "treaty": "#/components/schemas/Treaty"}}}}}""";

  private static final PageWords WORDS = new PageWords(Wording.in(PageLanguage.ENGLISH));

  @Test
  void a_type_that_holds_itself_opens_one_part_at_a_time() {
    var schema =
        schema(
            """
            {"type": "object", "x-order": ["title", "any", "not"], "properties": {
              "title": {"type": "string"},
              "any": {"type": "array", "items": {"$ref": "#/components/schemas/Clause"}},
              "not": {"$ref": "#/components/schemas/Clause"}}}""");
    var values = Values.none();
    assertThat(form(schema, values).get(2).parts()).isEmpty();

    values.add("/not");
    values.add("/not/0/any");
    assertThat(form(schema, values).get(2).parts().getFirst().parts().get(1).parts()).hasSize(1);

    var sent =
        Written.of(
            schema,
            Values.sent(
                new LinkedMultiValueMap<>(
                    Map.of(
                        "v:/title", List.of("all"),
                        "i:/not", List.of("0"),
                        "i:/not/0/any", List.of("4"),
                        "v:/not/0/any/4/title", List.of("one")))),
            WORDS);
    assertThat(sent.json())
        .isEqualTo(json("{\"title\": \"all\", \"not\": {\"any\": [{\"title\": \"one\"}]}}"));
    assertThat(sent.place("/not/any/0/title")).isEqualTo("/not/0/any/4/title");
  }

  @Test
  void what_is_no_number_and_no_moment_goes_as_it_is_so_that_the_service_can_say_so() {
    var schema =
        schema(
            """
            {"type": "object", "properties": {"capacity": {"type": "integer"},
              "at": {"type": "string", "format": "date-time"}, "sample": {"type": "boolean"}}}""");
    var sent =
        Written.of(
            schema,
            Values.sent(
                new LinkedMultiValueMap<>(
                    Map.of("v:/capacity", List.of("many"), "v:/at", List.of("soon")))),
            WORDS);

    assertThat(sent.json()).isEqualTo(json("{\"capacity\": \"many\", \"at\": \"soon\"}"));
  }

  @Test
  void a_map_is_pairs_and_what_is_wrong_with_one_lands_there() {
    var schema =
        schema(
            """
            {"type": "object", "properties": {"texts": {"type": "object", "x-code-list": "languages",
              "additionalProperties": {"type": "object", "properties": {"title": {"type": "string"}}}}}}""");
    var known = json("{\"texts\": {\"ja\": {\"title\": \"a\"}, \"en\": {\"title\": \"b\"}}}");
    var values = Values.of(schema, known, WORDS);
    var pairs = form(schema, values).getFirst().parts();

    assertThat(pairs).hasSize(2);
    assertThat(pairs.getFirst().parts())
        .extracting(Input::name)
        .containsExactly("v:/texts/0/name", "v:/texts/0/value/title");
    assertThat(pairs.getFirst().parts().getFirst().sort()).isEqualTo("select");
    var sent = Written.of(schema, values, WORDS);
    assertThat(sent.json()).isEqualTo(known);
    assertThat(sent.place("/texts/en/title")).isEqualTo("/texts/1/value/title");
    assertThat(sent.place("/texts/en")).isEqualTo("/texts/1");
  }

  @Test
  void a_name_that_is_missing_or_given_twice_is_seen_at_its_input() {
    var schema =
        schema(
            """
            {"type": "object", "properties": {"answers": {"type": "object", "propertyNames": {"type": "string"},
              "additionalProperties": {"type": "string"}}}}""");
    var sent =
        Written.of(
            schema,
            sent(
                Map.of(
                    "i:/answers", List.of("0", "1", "4"),
                    "v:/answers/0/name", List.of("q1"),
                    "v:/answers/0/value", List.of("yes"),
                    "v:/answers/1/name", List.of("q1"),
                    "v:/answers/1/value", List.of("no"),
                    "v:/answers/4/value", List.of("partly"))),
            WORDS);

    assertThat(sent.faults()).containsOnlyKeys("/answers/1/name");
    assertThat(sent.place("/answers/")).isEqualTo("/answers/4/name");
    assertThat(sent.place("/answers/q1")).isEqualTo("/answers/1/value");
  }

  @Test
  void of_several_shapes_one_is_chosen_and_only_what_stands_in_it_is_sent() {
    var schema = schema(BASIS);
    var typed =
        sent(
            Map.of(
                "v:/basis/*", List.of("treaty"),
                "v:/basis/*law/title", List.of("left behind"),
                "v:/basis/*treaty/title", List.of("one")));
    var basis = form(schema, typed).getFirst();

    assertThat(basis.sort()).isEqualTo("variants");
    assertThat(basis.parts()).extracting(Input::value).containsExactly("law", "treaty");
    assertThat(basis.parts().getFirst().parts())
        .extracting(Input::name)
        .containsExactly("v:/basis/*law/title");
    var sent = Written.of(schema, typed, WORDS);
    assertThat(sent.json())
        .isEqualTo(json("{\"basis\": {\"kind\": \"treaty\", \"title\": \"one\"}}"));
    assertThat(sent.place("/basis/title")).isEqualTo("/basis/*treaty/title");
    assertThat(sent.place("/basis/kind")).isEqualTo("/basis");
    assertThat(Written.of(schema, Values.of(schema, sent.json(), WORDS), WORDS).json())
        .isEqualTo(sent.json());
    assertThat(Written.of(schema, Values.none(), WORDS).json()).isEqualTo(json("{}"));
  }

  @Test
  void each_shape_is_a_radio_with_its_inputs_below_it() {
    var schema = schema(BASIS);
    var typed = sent(Map.of("v:/basis/*", List.of("treaty")));
    var form =
        FormMaker.form(schema, typed, Map.of("/basis/*treaty/title", List.of("is missing")), WORDS);
    var html =
        new PageRenderer()
            .render(
                "form",
                PageLanguage.ENGLISH,
                Map.of(
                    "page",
                    PageRendererTest.page(),
                    "heading",
                    "Try",
                    "form",
                    form,
                    "command",
                    new CommandWords(
                        "/commands/x", "k", "", "Wrong", "", "", "", "", Optional.empty())));

    assertThat(html)
        .containsPattern("type=\"radio\" id=\"[^\"]+\" name=\"v:/basis/\\*\" value=\"law\">")
        .containsPattern("name=\"v:/basis/\\*\" value=\"treaty\" checked")
        .contains("name=\"v:/basis/*law/title\"", "name=\"v:/basis/*treaty/title\"")
        .contains("href=\"#f-basis--treaty-title\"", "is missing");
    assertThat(WORDS.missing(schema))
        .contains("field.Clause.basis.law= # ", "field.Clause.basis.treaty= # ");
  }

  @Test
  void a_property_without_words_is_shown_with_its_comment_and_is_seen_to_lack_them() {
    var schema =
        schema(
            """
            {"type": "object", "properties": {"neverHeardOf": {"type": "string", "description": "a thing"}}}""");

    assertThat(form(schema, Values.none()).getFirst().label())
        .contains("neverHeardOf", "no words yet", "a thing");
    assertThat(WORDS.missing(schema)).containsExactly("field.Clause.neverHeardOf= # a thing");
  }

  private static Values sent(Map<String, List<String>> form) {
    return Values.sent(new LinkedMultiValueMap<>(form));
  }

  private static List<Input> form(Schema schema, Values values) {
    return FormMaker.form(schema, values, Map.of(), WORDS).inputs();
  }

  private static Schema schema(String clause) {
    return Api.of(
            json(
                """
                {"paths": {"/v1/missions": {"post": {"operationId": "missionsTry", "requestBody": {"content":
                  {"application/json": {"schema": {"$ref": "#/components/schemas/Clause"}}}}}}},
                 "components": {"schemas": {"Clause": %s,
                   "Law": {"type": "object", "properties": {"kind": {"type": "string"}, "title": {"type": "string"}}},
                   "Treaty": {"type": "object", "properties": {"kind": {"type": "string"}, "title": {"type": "string"}}}}}}"""
                    .formatted(clause)),
            true)
        .find("missionsTry")
        .orElseThrow()
        .body()
        .orElseThrow();
  }

  private static JsonNode json(String text) {
    return Json.events().readTree(text);
  }
}
