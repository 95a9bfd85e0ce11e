package dev.kanmin.smeadvice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Readiness, support measures and the calendar, over real HTTP, Kafka and a store. */
@EachStore
class ReadinessAndMeasuresTest {
  private static RunningService service;
  private static int companies;

  ReadinessAndMeasuresTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service =
        RunningService.of("sme-advice", SmeAdvice.class)
            .at(Instant.parse("2026-11-29T03:00:00Z"))
            .on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void answers_stay_with_the_agency_and_peers_show_from_five_companies_on() {
    ApiClient jetro = service.as("jetro");
    String company = newCompany();
    String path = assess(jetro, company, "no").is(201).header("location");
    Answer own = jetro.get(path).is(200);
    assertThat(own.text("/band")).isEqualTo("preparing");
    assertThat(own.text("/dimensions/0/causes/0/text/ja")).isNotEmpty();
    assertThat(own.text("/advice/ja")).isNotEmpty();
    service.as("jica").get(path).isProblem(404, "no-such-assessment");
    assertThat(service.as("jica").get("/v1/readiness/assessments?company=" + company).text())
        .doesNotContain(company);
    // twice the same company is one company, as it was found last
    service.clock().moveTo("2026-11-29T04:00:00Z");
    assess(jetro, company, "yes").is(201);
    for (int i = 0; i < 3; i++) {
      assess(service.as("jica"), newCompany(), "yes").is(201);
    }
    Answer four = jetro.get("/v1/readiness/peers").is(200);
    assertThat(four.at("/withheld").asBoolean()).isTrue();
    assertThat(four.at("/items").size()).isZero();
    assertThat(four.at("/companies").isMissingNode()).isTrue();
    assess(service.as("jica"), newCompany(), "no").is(201);
    Answer five = jetro.get("/v1/readiness/peers").is(200);
    assertThat(five.at("/companies").asInt()).isEqualTo(5);
    assertThat(item(five, "exit-rule").at("/failingPercent").asInt()).isEqualTo(20);
    assertThat(jetro.get(path).at("/peers/averages").size()).isEqualTo(5);
    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(service.published(id, 1).getFirst().data().propertyNames())
        .containsExactly("assessmentId", "companyId", "questionnaire", "band", "on", "sample");
    eligibilityKnowsTheBand(company);
  }

  private static void eligibilityKnowsTheBand(String company) {
    Answer answer =
        service
            .as("jica")
            .post(
                "/v1/support-measures/eligibility", Map.of("companyId", company, "facts", Map.of()))
            .is(200);
    assertThat(answer.text("/facts/band")).isNotEmpty();
  }

  @Test
  void known_measures_are_there_and_are_judged_clause_by_clause() {
    ApiClient jetro = service.as("jetro");
    Await.until(
        "the known measures",
        Duration.ofSeconds(30),
        () -> jetro.get("/v1/support-measures?limit=200").at("/items").size() >= 18);
    Answer judged =
        jetro
            .post(
                "/v1/support-measures/eligibility",
                DevFiles.read("eligibility/tokyo-maker.json", json -> {}))
            .is(200);
    assertThat(measure(judged, "tokyo-medical-device-commercialisation").at("/answer").asString())
        .isEqualTo("applies");
    assertThat(measure(judged, "small-business-sustaining").at("/answer").asString())
        .isEqualTo("applies");
    assertThat(measure(judged, "jica-biz-needs-survey").at("/answer").asString())
        .isEqualTo("applies");
    assertThat(measure(judged, "jica-biz-needs-survey").at("/calls").asString())
        .isEqualTo("closed");
    Answer unknown =
        jetro
            .post(
                "/v1/support-measures/eligibility",
                Map.of("facts", Map.of("country", "SG", "sme", "yes")))
            .is(200);
    assertThat(measure(unknown, "jica-biz-needs-survey").at("/answer").asString())
        .isEqualTo("does-not-apply");
    JsonNode sustaining = measure(unknown, "small-business-sustaining");
    assertThat(sustaining.at("/answer").asString()).isEqualTo("cannot-be-judged");
    assertThat(sustaining.at("/missing").toString()).isEqualTo("[\"industry\",\"employees\"]");
    Answer fault =
        jetro.post(
            "/v1/support-measures/eligibility", Map.of("facts", Map.of("prefecture", "Tokyo")));
    fault.isProblem(422, "ill-formed-clause");
    assertThat(fault.text()).contains("/facts/prefecture");
  }

  @Test
  void the_list_of_jgrants_is_taken_row_by_row() {
    ApiClient meti = service.as("meti");
    ObjectNode list = DevFiles.read("jgrants/list.json", json -> {});
    Answer report = meti.post("/v1/support-measures/import", list).is(200);
    assertThat(report.at("/imported").asInt()).isEqualTo(2);
    assertThat(report.at("/refused/0/row").asInt()).isEqualTo(3);
    assertThat(report.text("/refused/0/pointer")).isEqualTo("/result/2/target_number_of_employees");
    Answer again = meti.post("/v1/support-measures/import", list).is(200);
    assertThat(again.at("/imported").asInt()).isZero();
    assertThat(again.at("/unchanged").asInt()).isEqualTo(2);
    service.clock().moveTo("2026-11-30T03:00:00Z");
    assertThat(meti.post("/v1/support-measures/import", list).at("/unchanged").asInt())
        .isEqualTo(2);
    ((ObjectNode) list.at("/result/0")).put("subsidy_max_limit", 5000000);
    assertThat(meti.post("/v1/support-measures/import", list).at("/imported").asInt()).isEqualTo(1);
    Answer judged =
        meti.post(
                "/v1/support-measures/eligibility",
                Map.of(
                    "facts", Map.of("prefecture", "JP-22", "employees", 300, "industry", "E2743")))
            .is(200);
    JsonNode row = measure(judged, "jgrants-a0w5h00000sample01");
    assertThat(row.at("/answer").asString()).isEqualTo("applies");
    assertThat(row.at("/measure/ceiling/amount").asString()).isEqualTo("5000000");
    assertThat(row.at("/calls").asString()).isEqualTo("open");
  }

  @Test
  void the_calendar_tells_closed_days_and_why() {
    Answer december =
        service.as("jetro").get("/v1/working-calendar?from=2026-12-28&to=2027-01-04").is(200);
    assertThat(december.at("/workingDays").asInt()).isEqualTo(2);
    assertThat(december.text("/closed/0/reason")).isEqualTo("year-end");
    assertThat(december.text("/provisionalFrom")).isEqualTo("2028-01-01");
    service
        .as("jetro")
        .get("/v1/working-calendar?from=2026-12-28&to=2026-01-04")
        .isProblem(400, "bad-input");
    service.as("jetro").get("/v1/working-calendar").is(200);
  }

  private static Answer assess(ApiClient client, String company, String exitRule) {
    return client.post(
        "/v1/readiness/assessments",
        DevFiles.read(
            "readiness/answers.json",
            json -> {
              json.put("companyId", company);
              ((ObjectNode) json.at("/answers")).put("exit-rule", exitRule);
            }));
  }

  private static JsonNode item(Answer peers, String question) {
    return find(peers.at("/items"), "/question", question);
  }

  private static JsonNode measure(Answer judged, String code) {
    return find(judged.at("/measures"), "/measure/code", code);
  }

  private static JsonNode find(JsonNode items, String pointer, String value) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(it -> it.at(pointer).asString("").equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + value + " in " + items));
  }

  private static String newCompany() {
    return "cmp_%026d".formatted(++companies);
  }
}
