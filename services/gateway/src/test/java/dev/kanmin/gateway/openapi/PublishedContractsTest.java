package dev.kanmin.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.Everywhere;
import dev.kanmin.gateway.PublishedContracts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The descriptions that the services have checked in fit into one document, and what is in it does
 * not depend on which of them can be reached.
 */
class PublishedContractsTest {
  static Stream<ApiPart> contracts() {
    return PublishedContracts.all().entrySet().stream()
        .map(contract -> new ApiPart(contract.getKey(), contract.getValue()));
  }

  @Test
  void operations_are_named_once() {
    assertThat(
            contracts()
                .flatMap(part -> part.document().path("paths").properties().stream())
                // the others are moved, and named by their service
                .filter(path -> !Everywhere.answers(path.getKey()))
                .flatMap(path -> path.getValue().findValuesAsString("operationId").stream()))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z0-9]*"));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void no_component_of_a_service_is_named_by_what_others_have(ApiPart part) {
    JsonNode alone = ApiMerger.merge(List.of(part), "");
    JsonNode among = ApiMerger.merge(contracts().toList(), "");

    alone
        .path("components")
        .properties()
        .forEach(
            section ->
                assertThat(among.path("components").path(section.getKey()).propertyNames())
                    .as("give what differs a name of its own: @Schema(name = …)")
                    .containsAll(section.getValue().propertyNames()));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void a_service_lists_the_problems_it_answers_with(ApiPart part) {
    assertThat(part.document().path(ApiMerger.PROBLEMS).findValuesAsString("code"))
        .contains("bad-input", "stale-version")
        .hasSizeGreaterThan(20)
        .doesNotHaveDuplicates();
  }
}
