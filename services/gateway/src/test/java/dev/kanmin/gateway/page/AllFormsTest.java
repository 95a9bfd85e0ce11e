package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.PublishedContracts;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.FormMaker;
import dev.kanmin.gateway.form.Known;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.form.Schema;
import dev.kanmin.gateway.form.Values;
import dev.kanmin.gateway.form.Written;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every command of every service can be a form, also where a type is a part of itself. */
class AllFormsTest {
  private static final PageWords WORDS = new PageWords(Wording.in(PageLanguage.JAPANESE));

  @Test
  void every_body_makes_a_form_and_is_read_from_it() {
    Api.of(PublishedContracts.merged(), true).operations().stream()
        .flatMap(operation -> operation.body().stream())
        .forEach(
            body -> {
              FormMaker.form(body, Values.none(), Map.of(), WORDS);
              Written.of(body, Values.none(), WORDS);
            });
  }

  /** What a record does not show: its officers are told that they have to enter it again. */
  @Test
  void who_replaces_something_begins_with_what_is_there() {
    Api api = Api.of(PublishedContracts.merged(), true);
    Map<String, List<String>> notShown = new TreeMap<>();
    api.operations().stream()
        .filter(operation -> operation.isCommand() && operation.method().equals("put"))
        .filter(operation -> operation.body().isPresent() && !operation.isUpload())
        .forEach(
            operation -> {
              var shown = api.readAround(operation).flatMap(Operation::answer).orElseThrow();
              var known = Known.of(operation, shown, Json.events().readTree("{}"), WORDS);
              if (!known.notShown().isEmpty()) {
                notShown.put(operation.id(), known.notShown());
              }
            });

    assertThat(notShown.keySet())
        .containsExactly("activitiesRevise", "companiesConsent", "outcomesRevise", "tendersRevise");
    assertThat(notShown.get("outcomesRevise")).hasSize(1);
  }

  @Test
  void what_stands_in_a_part_of_its_own_type_is_kept() {
    Schema measure =
        Api.of(PublishedContracts.merged(), true).operations().stream()
            .filter(operation -> operation.id().equals("supportMeasuresPublish"))
            .flatMap(operation -> operation.body().stream())
            .findFirst()
            .orElseThrow();
    JsonNode clause =
        Json.events()
            .readTree(
                """
                {"eligibility": {"all": [
                  {"not": {"fact": "country", "in": ["SG"]}},
                  {"not": {"not": {"fact": "sme", "in": ["yes"]}}}]}}
                """);
    Values values = Values.of(measure, clause, WORDS);

    assertThat(Written.of(measure, values, WORDS).json().path("eligibility"))
        .isEqualTo(clause.path("eligibility"));
    assertThat(FormMaker.form(measure, values, Map.of(), WORDS).inputs()).isNotEmpty();
  }
}
