package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.activity.ActivityStorage;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Officers enter activities, move them along, and decide about fields. */
@EachStore
class OfficersTest {
  private final RunningService service;
  private final ApiClient jica;
  private final String mark;

  OfficersTest(StoreFixture store) {
    this.service = SharedService.on(store);
    this.jica = service.as("jica");
    this.mark = store.toString().toUpperCase(Locale.ROOT);
  }

  @Test
  void an_activity_is_entered_advanced_and_read() {
    Answer created = jica.post("/v1/activities", entered("A", "Endoscopy centre")).is(201);
    String path = created.header("Location");
    assertThat(path).isEqualTo("/v1/activities/" + ActivityStorage.idOf(identifier("A")));
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.header("Kanmin-Event")).startsWith("/oda-linkage/act_").endsWith("/1");

    Answer advanced =
        jica.post(
                path + "/advance",
                "{\"step\": \"exchange-of-notes\", \"date\": \"2026-09-01\", \"evidence\": \"E/N 12\","
                    + " \"nextStep\": \"tender\", \"nextDate\": \"2027-02-01\"}")
            .is(200);
    assertThat(advanced.header("ETag")).isEqualTo("\"2\"");

    Answer read = jica.get(path).is(200);
    assertThat(read.text("/activity/origin")).isEqualTo("registered");
    assertThat(read.text("/activity/step")).isEqualTo("exchange-of-notes");
    assertThat(read.text("/activity/nextDate")).isEqualTo("2027-02-01");
    assertThat(read.text("/activity/money/budgets/0/amount")).isEqualTo("120000000");
    assertThat(read.text("/activity/fields/0/reasons/0/code")).isEqualTo("keyword-in-title");
    assertThat(read.text("/report/budgets/0/value/amount")).isEqualTo("120000000");
    assertThat(read.at("/steps").findValuesAsString("state"))
        .containsSequence("skipped", "reached", "expected");
    assertThat(
            service
                .kafka()
                .awaitRecords(
                    SharedService.TOPIC,
                    ActivityStorage.idOf(identifier("A")),
                    2,
                    Duration.ofSeconds(20)))
        .hasSizeGreaterThanOrEqualTo(2);
    jica.with("If-None-Match", read.header("ETag")).get(path).is(304);
  }

  @Test
  void entering_twice_under_one_key_has_one_effect_and_without_it_is_refused() {
    ApiClient keyed = jica.with("Idempotency-Key", "enter-" + mark);
    String body = entered("B", "Endoscopy centre");
    Answer first = keyed.post("/v1/activities", body).is(201);
    assertThat(keyed.post("/v1/activities", body).is(201).text()).isEqualTo(first.text());
    keyed
        .post("/v1/activities", entered("B", "Another title"))
        .isProblem(422, "idempotency-key-reused");
    jica.post("/v1/activities", body).isProblem(409, "identifier-taken");
  }

  @Test
  void what_was_entered_is_revised_on_the_version_that_was_read() {
    String path = jica.post("/v1/activities", entered("C", "First")).is(201).header("Location");
    String revised = entered("C", "Second").replace("\"scheme\": \"grant-aid\",", "");
    jica.put(path, revised).isProblem(428, "version-required");
    jica.with("If-Match", "\"7\"").put(path, revised).isProblem(412, "stale-version");
    jica.with("If-Match", "\"1\"").put(path, revised).is(200);
    assertThat(jica.get(path).text("/activity/title/en")).isEqualTo("Second");
  }

  @Test
  void refused_rules_name_the_field_at_fault() {
    String path = jica.post("/v1/activities", entered("D", "Steps")).is(201).header("Location");
    jica.post(path + "/advance", "{\"step\": \"tender\", \"date\": \"2026-09-01\"}").is(200);
    Answer back =
        jica.post(path + "/advance", "{\"step\": \"exchange-of-notes\", \"date\": \"2026-09-02\"}")
            .isProblem(409, "step-goes-back");
    assertThat(back.text("/errors/0/pointer")).isEqualTo("/step");
    jica.post(
            path + "/correct-step",
            "{\"step\": \"exchange-of-notes\", \"date\": \"2026-08-01\", \"reason\":"
                + " \"entered-by-mistake\"}")
        .is(200);
    jica.post(path + "/advance", "{\"step\": \"no-such\", \"date\": \"2026-09-01\"}")
        .isProblem(422, "unknown-step");
    service
        .as("jetro")
        .post(path + "/advance", "{\"step\": \"tender\", \"date\": \"2026-09-01\"}")
        .isProblem(409, "owned-by-other");
  }

  @Test
  void whoever_reads_an_activity_is_told_what_they_may_do_and_why_not() {
    String path = jica.post("/v1/activities", entered("I", "Roads")).is(201).header("Location");
    JsonNode own = jica.with("Accept-Language", "ja").get(path).at("/actions");
    assertThat(own.findValuesAsString("verb"))
        .containsExactly(
            "revise", "set-scheme", "advance", "correct-step", "confirm-fields", "override-fields");
    assertThat(own.at("/2/label").asString()).isEqualTo("段階を進める");
    assertThat(own.at("/2/allowed").asBoolean()).isTrue();
    assertThat(own.at("/4/allowed").asBoolean()).isFalse();
    assertThat(own.at("/4/rule").asString()).isEqualTo("nothing-to-confirm");
    jica.post(path + "/confirm-fields", "{}").isProblem(409, "nothing-to-confirm");

    JsonNode others = service.as("jetro").get(path).at("/actions");
    assertThat(others.findValuesAsString("rule")).hasSize(6).containsOnly("owned-by-other");
    Answer reader = service.as("jica", "activities:read").get(path);
    assertThat(reader.text("/actions/0/rule")).isEqualTo("insufficient-scope");
    assertThat(reader.header("Vary")).contains("Accept-Language", "Authorization");
  }

  @Test
  void fields_are_confirmed_and_overridden_with_a_reason() {
    String path = jica.post("/v1/activities", entered("E", "Endoscopy")).is(201).header("Location");
    jica.post(path + "/confirm-fields", "{}").is(200);
    assertThat(jica.get(path).text("/activity/fields/0/state")).isEqualTo("confirmed");
    Answer unchanged = jica.post(path + "/confirm-fields", "{}").is(200);
    assertThat(unchanged.at("/unchanged").asBoolean()).isTrue();
    jica.post(path + "/override-fields", "{\"fields\": [\"telemedicine\"], \"reason\": \"other\"}")
        .isProblem(422, "remark-required");
    jica.post(
            path + "/override-fields",
            "{\"fields\": [\"telemedicine\"], \"reason\": \"other\", \"remark\": \"Site visit\"}")
        .is(200);
    assertThat(jica.get(path).text("/overrideRemark")).isEqualTo("Site visit");
  }

  @Test
  void what_the_import_warns_of_is_warned_of_here_too() {
    String body =
        entered("W", "Endoscopy")
            .replace(identifier("W"), " XM-SAMPLE-BANK-" + mark + "-W ")
            .replace(
                "\"actualStart\": \"2026-04-01\"",
                "\"actualStart\": \"2999-04-01\", \"actualEnd\": \"2998-04-01\"")
            .replace("\"scheme\": \"grant-aid\",", "")
            .replace(
                "{\"country\": \"VN\", \"percentage\": 100}",
                "{\"country\": \"VN\", \"percentage\": 75}, {\"country\": \"LA\", \"percentage\":"
                    + " 75}")
            .replace("\"role\": \"1\"", "\"role\": \"funding\"")
            .replace("{\"code\": \"12191\"}", "{\"code\": \"99999\"}");
    Answer created = jica.post("/v1/activities", body).is(201);

    assertThat(created.at("/warnings").findValuesAsString("code"))
        .contains("blanks", "identifier-prefix", "implausible-date", "percentages", "unknown-code");
    assertThat(created.at("/warnings").findValuesAsString("pointer"))
        .contains("/iatiIdentifier", "/dates", "/participatingOrganisations/0", "/sectors/0");
    Answer read = jica.get(created.header("Location")).is(200);
    assertThat(read.text("/activity/iatiIdentifier")).isEqualTo("XM-SAMPLE-BANK-" + mark + "-W");

    // and the same activity as a file has the same to say
    String xml = jica.with("Accept", "application/xml").get(created.header("Location")).text();
    Answer imported = Imports.by(jica, xml).is(200);
    assertThat(imported.at("/unchanged").asInt()).isEqualTo(1);
    assertThat(imported.at("/faults").findValuesAsString("code"))
        .containsExactlyInAnyOrderElementsOf(
            created.at("/warnings").findValuesAsString("code").stream()
                .filter(code -> !code.equals("blanks"))
                .toList());
  }

  @Test
  void a_transaction_is_entered_with_a_country_and_sectors_of_its_own() {
    String transaction =
        """
        "transactions": [{"type": "2", "date": "2026-05-01", "country": "LA",
                          "value": {"amount": "1000", "currency": "JPY"},
                          "sectors": [{"code": "21020"%s}]}],
        "budgets\"""";
    String body = entered("T", "Endoscopy");
    String path =
        jica.post("/v1/activities", body.replace("\"budgets\"", transaction.formatted("")))
            .is(201)
            .header("Location");

    Answer read = jica.get(path).is(200);
    assertThat(read.at("/activity/countries").findValuesAsString("country"))
        .containsExactly("VN", "LA");
    assertThat(read.text("/activity/money/figures/1/countries/0/code")).isEqualTo("LA");
    assertThat(read.text("/activity/money/figures/1/fields/0/percentage")).isEqualTo("0");
    assertThat(read.text("/report/transactions/0/country")).isEqualTo("LA");
    Answer divided =
        jica.post(
                "/v1/activities",
                body.replace("\"budgets\"", transaction.formatted(", \"percentage\": 50")))
            .isProblem(400, "bad-input");
    assertThat(divided.text("/errors/0/pointer")).isEqualTo("/transactions/0/sectors/0/percentage");
  }

  @Test
  void identifiers_of_another_agency_are_refused_here_too() {
    String body =
        entered("P", "Endoscopy")
            .replace(
                "\"title\":",
                "\"reportingOrganisation\": {\"ref\": \"XM-DAC-701-2\", \"type\": \"10\", \"name\":"
                    + " {\"en\": \"[Sample]\"}}, \"title\":");
    service.as("mofa").post("/v1/activities", body).isProblem(409, "owned-by-other");
    jica.post(
            "/v1/activities",
            entered("P", "Endoscopy").replace("\"en\": \"Endoscopy\"", "\"jp\": \"x\""))
        .isProblem(400, "bad-input");
    jica.post("/v1/activities", entered("P", "Endoscopy")).is(201);
  }

  @Test
  void bad_bodies_are_problems_that_name_the_place() {
    Answer unknown =
        jica.post("/v1/activities", entered("F", "x").replace("\"title\"", "\"titel\""))
            .isProblem(400, "bad-input");
    assertThat(unknown.text()).contains("/titel");
    Answer country =
        jica.post("/v1/activities", entered("F", "x").replace("\"VN\"", "\"ZZ\""))
            .isProblem(400, "bad-input");
    assertThat(country.text("/errors/0/pointer")).isEqualTo("/countries/0/country");
    Answer status =
        jica.post("/v1/activities", entered("F", "x").replace("\"implementation\"", "\"2\""))
            .isProblem(400, "bad-input");
    assertThat(status.text("/errors/0/pointer")).isEqualTo("/status");
    Answer notReported =
        jica.post(
                "/v1/activities",
                entered("F", "x").replace("\"implementation\"", "\"not-reported\""))
            .isProblem(400, "bad-input");
    assertThat(notReported.text("/errors/0/detail"))
        .isEqualTo(
            "status must be one of pipeline, implementation, finalisation, closed, cancelled,"
                + " suspended.");
    Answer decimals =
        jica.post("/v1/activities", entered("F", "x").replace("120000000", "1.5"))
            .isProblem(400, "bad-input");
    assertThat(decimals.text("/errors/0/pointer")).isEqualTo("/budgets/0/value/amount");
    Answer nobody =
        jica.post(
                "/v1/activities",
                entered("F", "x")
                    .replace("{\"ref\": \"XM-DAC-701-8\", \"type\": \"10\", \"role\": \"1\"}", ""))
            .isProblem(422, "invalid-activity");
    assertThat(nobody.text()).contains("missing-element", "participating-org");
    jica.post("/v1/activities", entered("F", "x").replace("100}", "1e999999}"))
        .isProblem(400, "bad-input");
    jica.post("/v1/activities", "[").isProblem(400, "bad-input");
    jica.post(
            "/v1/activities/act_nonsense/advance",
            "{\"step\": \"tender\", \"date\": \"2026-09-01\"}")
        .isProblem(404, "unknown-activity");
  }

  @Test
  void an_answer_before_the_body_was_read_leaves_the_connection_usable() {
    String path = jica.post("/v1/activities", entered("H", "First")).is(201).header("Location");
    String revised = entered("H", "Second").replace("\"scheme\": \"grant-aid\",", "");
    for (int i = 0; i < 200; i++) {
      jica.put(path, revised).isProblem(428, "version-required");
      jica.with("If-Match", "\"7\"").put(path, revised).isProblem(412, "stale-version");
    }
  }

  @Test
  void writing_needs_the_scope() {
    service.as("jica", "activities:read").post("/v1/activities", entered("G", "x")).is(403);
  }

  private String identifier(String test) {
    return "XM-DAC-701-8-SAMPLE-" + mark + "-" + test;
  }

  private String entered(String test, String title) {
    return """
    {"iatiIdentifier": "%s",
     "title": {"en": "%s", "ja": "【サンプル】"},
     "descriptions": [{"type": "1", "text": {"en": "[Sample] A centre."}}],
     "status": "implementation",
     "scheme": "grant-aid",
     "dates": {"actualStart": "2026-04-01"},
     "countries": [{"country": "VN", "percentage": 100}],
     "sectors": [{"code": "12191"}],
     "participatingOrganisations": [{"ref": "XM-DAC-701-8", "type": "10", "role": "1"}],
     "locations": [{"name": {"en": "Da Nang"}, "latitude": 16.0544, "longitude": 108.2022}],
     "budgets": [{"revised": false, "periodStart": "2026-04-01", "periodEnd": "2027-03-31",
                  "value": {"amount": "120000000", "currency": "JPY"}}]}
    """
        .formatted(identifier(test), title);
  }
}
