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
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Forms of schemas that no service has yet, or that are odd. */
class FormsFromSchemasTest {
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
  void a_property_without_words_is_shown_with_its_comment_and_is_seen_to_lack_them() {
    var schema =
        schema(
            """
            {"type": "object", "properties": {"neverHeardOf": {"type": "string", "description": "a thing"}}}""");

    assertThat(form(schema, Values.none()).getFirst().label())
        .contains("neverHeardOf", "no words yet", "a thing");
    assertThat(WORDS.missing(schema)).containsExactly("field.Clause.neverHeardOf= # a thing");
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
                 "components": {"schemas": {"Clause": %s}}}"""
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
