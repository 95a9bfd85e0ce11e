package dev.kanmin.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ApiMergerTest {
  @Test
  void components_that_say_the_same_share_their_name() {
    var merged =
        merge(
            part("a", "{\"Problem\": {\"type\": \"object\"}}"),
            part("b", "{\"Problem\": {\"type\": \"object\"}}"));

    assertThat(merged.at("/components/schemas").propertyNames()).containsExactly("Problem");
  }

  @Test
  void components_that_differ_and_all_that_refer_to_them_get_their_services_name() {
    var merged =
        merge(
            part(
                "a",
                "{\"Item\": {\"type\": \"string\"}, \"Page\": {\"items\": {\"$ref\": \"#/components/schemas/Item\"}}}"),
            part(
                "b",
                "{\"Item\": {\"type\": \"integer\"}, \"Page\": {\"items\": {\"$ref\": \"#/components/schemas/Item\"}}}"));

    assertThat(merged.at("/components/schemas").propertyNames())
        .containsExactlyInAnyOrder("a.Item", "a.Page", "b.Item", "b.Page");
    assertThat(merged.at("/components/schemas/b.Page/items/$ref").asString())
        .isEqualTo("#/components/schemas/b.Item");
    assertThat(merged.at("/paths/~1v1~1b/get/responses/200/$ref").asString())
        .isEqualTo("#/components/schemas/b.Item");
  }

  @Test
  void operations_keep_their_ids_and_are_grouped_by_what_they_are_about() {
    var merged = merge(part("a", "{}"), part("b", "{}"));

    assertThat(merged.at("/paths/~1v1~1a/get/operationId").asString()).isEqualTo("aList");
    assertThat(merged.at("/paths/~1v1~1b/get/operationId").asString()).isEqualTo("bList");
    assertThat(merged.at("/paths/~1v1~1b/get/tags/0").asString()).isEqualTo("b");
  }

  @Test
  void the_problems_of_all_services_are_one_list_by_status_and_code() {
    var merged =
        merge(
            withProblems(
                "a", "[{\"code\": \"y\", \"status\": 409}, {\"code\": \"b\", \"status\": 422}]"),
            withProblems(
                "b", "[{\"code\": \"x\", \"status\": 409}, {\"code\": \"b\", \"status\": 422}]"));

    assertThat(merged.at("/x-kanmin-problems").findValuesAsString("code"))
        .containsExactly("x", "y", "b");
  }

  private static ApiPart withProblems(String service, String problems) {
    var part = part(service, "{}");
    part.document().set("x-kanmin-problems", JsonMapper.shared().readTree(problems));
    return part;
  }

  private static ObjectNode merge(ApiPart... parts) {
    return ApiMerger.merge(List.of(parts), "all");
  }

  private static ApiPart part(String service, String schemas) {
    var document =
        """
        {"openapi": "3.1.0", "paths": {"/v1/%s": {"get": {"operationId": "%sList", "tags": ["x"],
          "responses": {"200": {"$ref": "#/components/schemas/Item"}}}}}, "components": {"schemas": %s}}"""
            .formatted(service, service, schemas);
    return new ApiPart(service, (ObjectNode) JsonMapper.shared().readTree(document));
  }
}
