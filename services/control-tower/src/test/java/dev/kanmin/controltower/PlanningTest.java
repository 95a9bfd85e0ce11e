package dev.kanmin.controltower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.counting.Counting;
import dev.kanmin.controltower.counting.CountingRule;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.OtherService;
import dev.kanmin.testkit.service.RunningService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.node.ObjectNode;

/** Indicators, targets, figures and the roadmap over HTTP and the bus. */
@EachStore
class PlanningTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static RunningService service;

  private final ApiClient meti = service.as("meti");
  private final ApiClient jica = service.as("jica");
  private final ApiClient jetro = service.as("jetro");
  private final String run = UUID.randomUUID().toString();

  PlanningTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = TowerService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void what_is_counted_from_the_copies_is_what_the_bus_gives_when_it_is_read_again() {
    String indicator = indicator("missions-reported");
    OtherService missions = new OtherService(service.kafka(), "trade-missions");
    List<String> subjects = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      String mission = Ids.derived("msn", run, Integer.toString(number));
      subjects.add(mission);
      missions.publish("mission-announced", mission, 1, "jetro", mission("open", number));
      missions.publish("mission-reported", mission, 2, "jetro", mission("reported", number));
    }
    missions.publish("mission-announced", subjects.get(4), 1, "jetro", mission("open", 4));
    String figure = "/v1/indicators/" + indicator + "/figure?fiscalYear=2025&country=VN";
    Await.until(
        "the cards", PATIENCE, () -> meti.get(figure).is(200).text("/figure/value").equals("4"));

    CountingRule rule =
        new CountingRule(
            "mission",
            List.of("reported"),
            Map.of(),
            Optional.of("ended"),
            Optional.empty(),
            Optional.empty());
    Scope scope = new Scope(Optional.of(CountryCode.of("VN")), Optional.empty());
    List<Card> cards = subjects.stream().map(PlanningTest::latestCard).toList();
    assertThat(Counting.of(cards, rule, scope, 2025).value()).hasToString("4");
    assertThat(Counting.of(cards.reversed(), rule, scope, 2025))
        .isEqualTo(Counting.of(cards, rule, scope, 2025));
    assertThat(Counting.of(cards, rule, scope, 2026).value()).hasToString("1");
    assertThat(
            Counting.of(
                    cards,
                    rule,
                    new Scope(Optional.empty(), Optional.of(Field.of("telemedicine"))),
                    2025)
                .cards())
        .isZero();

    String target = target(indicator, "VN");
    Answer progress = jetro.get(target + "/progress?fiscalYear=2025").is(200);
    assertThat(progress.text("/value")).isEqualTo("4");
    assertThat(progress.text("/status")).isEqualTo("missed");
    assertThat(progress.at("/causeAsked").asBoolean()).isTrue();
    assertThat(progress.text("/thresholds/farExceeded")).isEqualTo("130");
    meti.post(
            target + "/explain",
            Map.of("fiscalYear", 2025, "cause", "Travel", "targetWasRight", true))
        .is(200);
    assertThat(jetro.get(target + "/progress?fiscalYear=2025").text("/cause/cause"))
        .isEqualTo("Travel");
  }

  @Test
  void reported_figures_go_up_level_by_level() {
    String indicator = indicator("trained-doctors");
    String hanoi = reported(indicator, "sample-hanoi", "12");
    String hue = reported(indicator, "sample-hue", "5");
    String target = target(indicator, "VN");
    jetro.get(hanoi).isProblem(404, "no-such-actual");
    ApiClient office = service.as("jica", "tower:read", "tower:write");
    office.post(hanoi + "/submit").is(200);
    office.post(hanoi + "/approve").is(403);
    assertThat(office.get(hanoi).at("/actions").toString()).contains("insufficient-scope");
    jica.post(hanoi + "/approve").is(200);
    assertThat(jetro.get(hanoi).is(200).text("/figure/value")).isEqualTo("12");
    meti.post(hanoi + "/accept").isProblem(409, "not-all-approved");
    assertThat(jetro.get(target + "/progress?fiscalYear=2026").text("/value")).isEqualTo("12");
    jica.post(hue + "/submit").is(200);
    meti.post(hue + "/return", Map.of("why", "Which register?")).is(200);
    jica.post(hue + "/submit").is(200);
    jica.post(hue + "/approve").is(200);
    meti.post(hanoi + "/accept").is(200);
    meti.post(hue + "/accept").is(200);
    Answer progress = jetro.get(target + "/progress?fiscalYear=2026");
    assertThat(progress.text("/value")).isEqualTo("17");
    assertThat(progress.at("/provisional").asBoolean()).as("the year runs").isTrue();
    jica.post(
            "/v1/actuals",
            Map.of(
                "slot",
                Map.of(
                    "indicatorId",
                    indicator,
                    "scope",
                    Map.of("country", "VN"),
                    "fiscalYear",
                    2026,
                    "office",
                    "sample-hue"),
                "figure",
                Map.of("value", "1", "until", "2026-09-30", "source", "Register")))
        .isProblem(409, "already-reported");
    assertThat(meti.get("/v1/actuals?indicator=" + indicator).at("/items")).hasSize(2);
  }

  @Test
  void a_target_is_rebaselined_with_a_reason() {
    String target = target(indicator("trained-doctors"), "TH");
    Map<String, Object> rebaseline =
        Map.of(
            "baseline", Map.of("value", "8", "fiscalYear", 2025, "source", "Register"),
            "values", List.of(Map.of("fiscalYear", 2026, "value", "40")),
            "why", "A second centre");
    meti.post(target + "/rebaseline", rebaseline).is(428);
    meti.with("If-Match", "\"1\"").post(target + "/rebaseline", rebaseline).is(200);
    Answer read = jica.get(target).is(200);
    assertThat(read.text("/first/values/1/value")).isEqualTo("10");
    assertThat(read.text("/current/values/0/value")).isEqualTo("40");
    meti.post(
            "/v1/targets",
            Map.of(
                "indicatorId",
                "ind_unknown",
                "scope",
                Map.of(),
                "baseline",
                Map.of("value", "1", "fiscalYear", 2025, "source", "x")))
        .isProblem(422, "unknown-indicator");
  }

  @Test
  void a_delay_travels_along_dependencies_and_says_to_whom() {
    String first = action("mhlw", "2027-03-31", List.of());
    String second = action("jica", "2027-04-30", List.of(first));
    String third = action("jetro", "2027-05-31", List.of(second));
    ApiClient mhlw = service.as("mhlw");
    String path = "/v1/roadmap/actions/" + first;
    mhlw.post(
            path + "/updates",
            Map.of(
                "month", "2026-10",
                "status", "delayed",
                "progress", "Slow",
                "reason", "The hospital moved",
                "newDue", "2027-05-15",
                "ready", true))
        .is(200);
    assertThat(jica.get(path).at("/updates")).as("not submitted yet").isEmpty();
    mhlw.post(path + "/submit-update", Map.of("month", "2026-10")).is(200);
    assertThat(jica.get(path).text("/due")).isEqualTo("2027-03-31");
    meti.post(path + "/approve-date", Map.of("number", 1)).is(200);
    assertThat(jica.get(path).text("/due")).isEqualTo("2027-05-15");
    Answer impact = jica.get(path + "/impact").is(200);
    assertThat(impact.body()).hasSize(2);
    Await.until(
        "the delay at the action that waits",
        PATIENCE,
        () ->
            jica.get("/v1/roadmap/actions/" + second)
                .text("/delays/0/theirDue")
                .equals("2027-05-15"));
    assertThat(jetro.get("/v1/roadmap/actions/" + third).at("/delays")).isEmpty();
    ObjectNode circle = plan("2027-05-15", List.of(third));
    mhlw.with("If-Match", "*").put(path, circle).isProblem(422, "depends-on-itself");
    jica.post("/v1/roadmap/actions", plan("2027-05-15", List.of(Ids.derived("rma", "none"))))
        .isProblem(422, "unknown-dependency");
  }

  @Test
  void a_review_says_what_became_of_the_findings_before() {
    String first = review(Optional.empty());
    String second = review(Optional.of(first.substring("/v1/reviews/".length())));
    Map<String, Object> inputs =
        Map.of(
            "inputs",
            List.of(Map.of("subject", Ids.derived("tgt", run), "summary", "4 of 5 missions")));
    meti.post(first + "/inputs", inputs).is(200);
    meti.post(first + "/findings", Map.of("text", "Too short")).is(200);
    jica.post(first + "/decide", Map.of("decision", "revise", "why", "x"))
        .isProblem(403, "not-your-review");
    meti.post(first + "/decide", Map.of("decision", "revise", "why", "Fewer, longer")).is(200);
    Map<String, Object> trace =
        Map.of(
            "reviewId",
            first.substring("/v1/reviews/".length()),
            "finding",
            1,
            "became",
            "done",
            "text",
            "Two weeks now");
    assertThat(jica.get(second).is(200).at("/earlier/0/became").isMissingNode()).isTrue();
    meti.post(second + "/earlier-findings", trace).is(200);
    assertThat(jica.get(second).text("/earlier/0/became/became")).isEqualTo("done");
  }

  @Test
  void the_strategy_of_a_cell_is_decided_and_cells_are_compared() {
    ObjectNode decision =
        (ObjectNode)
            Json.events()
                .readTree(
                    """
                    {"country": "VN", "field": "endoscopy", "tier": "priority", "fromYear": 2026,
                     "toYear": 2028, "decidedOn": "2026-09-01", "summary": "First", "sample": true,
                     "reasons": [{"kind": "need", "text": "Early detection"}]}
                    """);
    jica.post("/v1/strategies", decision).isProblem(403, "not-the-control-tower");
    meti.post("/v1/strategies", decision).is(200);
    meti.post("/v1/strategies", decision.put("tier", "developing")).is(200);
    Answer read = jica.get("/v1/strategies/VN/endoscopy").is(200);
    assertThat(read.text("/tier")).isEqualTo("developing");
    assertThat(read.at("/versions")).hasSize(2);
    Answer compared =
        jica.get("/v1/strategies/comparison?field=endoscopy&countries=VN&countries=TH").is(200);
    assertThat(compared.text("/0/tier")).isEqualTo("developing");
    assertThat(compared.text("/1/tier")).isEqualTo("none");
    jica.get("/v1/strategies/TH/endoscopy").isProblem(404, "no-such-strategy");
  }

  @Test
  void forms_of_the_rs_system_come_back_cell_by_cell() {
    ApiClient csv = meti.with("Content-Type", "text/csv");
    String targets = DevFiles.text("logic-models/targets.csv");
    Answer imported = csv.post("/v1/logic-models/import/targets", targets).is(200);
    assertThat(imported.at("/programmes")).hasSize(2);
    csv.post("/v1/logic-models/import/links", DevFiles.text("logic-models/links.csv")).is(200);
    assertThat(
            csv.post("/v1/logic-models/import/targets", targets)
                .at("/programmes/0/unchanged")
                .asBoolean())
        .isTrue();
    String model = "/v1/logic-models/" + imported.text("/programmes/0/id");
    Answer read = jica.get(model).is(200);
    assertThat(read.text("/state")).isEqualTo("complete");
    assertThat(read.at("/path/series")).hasSize(3);
    assertThat(read.at("/path/edges")).hasSize(4);
    byte[] exported = jica.with("Accept", "text/csv").get(model + "/targets.csv").is(200).bytes();
    Answer again = csv.post("/v1/logic-models/import/targets", exported).is(200);
    assertThat(again.at("/programmes/0/unchanged").asBoolean()).isTrue();
    csv.post("/v1/logic-models/import/targets", "a,b\r\n1,2").is(400);
    csv.post("/v1/logic-models/import/targets", "").is(400);
  }

  @Test
  void pages_show_targets_plans_and_what_waits_for_a_decision() {
    target(indicator("trained-doctors"), "LA");
    ApiClient mhlw = service.as("mhlw");
    String first = action("mhlw", inLaos("2027-03-31", List.of()));
    String second = action("jica", inLaos("2027-04-30", List.of(first)));
    String path = "/v1/roadmap/actions/" + first;
    Map<String, Object> update =
        Map.of(
            "month", "2026-10",
            "status", "delayed",
            "progress", "Slow",
            "reason", "The hospital moved",
            "newDue", "2027-05-15",
            "ready", true);
    mhlw.post(path + "/updates", update).is(200);
    assertThat(jica.get("/v1/roadmap/timeline?country=LA").body().toString())
        .as("not submitted yet")
        .doesNotContain("The hospital moved");
    mhlw.post(path + "/submit-update", Map.of("month", "2026-10")).is(200);

    Answer overview = jica.get("/v1/targets/overview?country=LA&fiscalYear=2026").is(200);
    assertThat(overview.text("/title")).isEqualTo("Targets and results: Laos");
    assertThat(overview.text("/sections/0/rows/0/cells/0/subject")).isEqualTo(first);
    assertThat(overview.text("/sections/0/rows/0/cells/1/text"))
        .isEqualTo("Approve or reject a new date (31 Mar 2027 → 15 May 2027)");
    assertThat(overview.at("/sections/1/rows")).as("a year, with and without figures").hasSize(2);
    assertThat(overview.text("/sections/2/rows/0/cells/8/text")).isEqualTo("No figure");
    jica.get("/v1/targets/overview?fiscalYear=1900").isProblem(422, "target-year-out-of-range");

    Answer roadmap = jica.with("Accept-Language", "ja").get("/v1/roadmap/timeline?country=LA");
    assertThat(roadmap.text("/sections/0/rows/0/span/later")).isEqualTo("2027-05-15");
    assertThat(roadmap.text("/sections/0/rows/1/span/after/0")).isEqualTo(first);
    assertThat(roadmap.text("/sections/0/rows/1/span/from")).isEqualTo("2027-03-31");
    assertThat(roadmap.text("/sections/1/rows/0/cells/2/subject")).isEqualTo(second);
    assertThat(roadmap.text("/sections/1/rows/0/cells/5/text")).isEqualTo("15");

    Answer pack = jica.get("/v1/reviews/pack?country=LA&field=endoscopy&fiscalYear=2026").is(200);
    assertThat(pack.at("/sections").findValuesAsString("code"))
        .containsExactly(
            "strategy",
            "progress",
            "trend",
            "outcomes",
            "plan",
            "delays",
            "months",
            "reviews",
            "findings",
            "opinions");
  }

  private static ObjectNode inLaos(String due, List<String> dependsOn) {
    ObjectNode plan = plan(due, dependsOn);
    plan.putObject("scope").put("country", "LA");
    return plan;
  }

  private String review(Optional<String> previous) {
    ObjectNode subject =
        (ObjectNode)
            Json.events()
                .readTree(
                    """
                    {"title": {"en": "Review"}, "scope": {}, "fiscalYear": 2026, "sample": true}
                    """);
    previous.ifPresent(it -> subject.put("previous", it));
    return meti.post("/v1/reviews", subject).is(201).header("location");
  }

  private String indicator(String name) {
    return meti.post("/v1/indicators", DevFiles.json("indicators/" + name + ".json"))
        .is(201)
        .text("/id");
  }

  private String target(String indicator, String country) {
    return meti.post(
            "/v1/targets",
            Map.of(
                "indicatorId", indicator,
                "scope", Map.of("country", country),
                "baseline", Map.of("value", "2", "fiscalYear", 2024, "source", "Kanmin"),
                "values",
                    List.of(
                        Map.of("fiscalYear", 2025, "value", "5"),
                        Map.of("fiscalYear", 2026, "value", "10")),
                "contributors", List.of("jica"),
                "sample", true))
        .is(201)
        .header("location");
  }

  private String reported(String indicator, String office, String value) {
    return jica.post(
            "/v1/actuals",
            Map.of(
                "slot",
                Map.of(
                    "indicatorId",
                    indicator,
                    "scope",
                    Map.of("country", "VN"),
                    "fiscalYear",
                    2026,
                    "office",
                    office),
                "figure",
                Map.of("value", value, "until", "2026-09-30", "source", "Register")))
        .is(201)
        .header("location");
  }

  private String action(String agency, String due, List<String> dependsOn) {
    return action(agency, plan(due, dependsOn));
  }

  private String action(String agency, ObjectNode plan) {
    return service.as(agency).post("/v1/roadmap/actions", plan).is(201).text("/id");
  }

  private static ObjectNode plan(String due, List<String> dependsOn) {
    ObjectNode plan =
        (ObjectNode)
            Json.events()
                .readTree(
                    """
                    {"title": {"ja": "研修", "en": "Training"}, "measure": "人材育成",
                     "scope": {"country": "VN"}, "sample": true}
                    """);
    plan.put("due", due);
    dependsOn.forEach(plan.putArray("dependsOn")::add);
    return plan;
  }

  /** The last of five ended in April, and so in the next fiscal year. */
  private static ObjectNode mission(String state, int number) {
    ObjectNode event =
        new GoldenEvents(Path.of("..", "trade-missions", "contract", "events"), Json.events())
            .read("mission-announced.v1.full", ObjectNode.class);
    ObjectNode card = (ObjectNode) event.get("card");
    card.put("state", state);
    card.putArray("countries").addObject().put("code", "VN");
    card.putArray("fields").addObject().put("code", "endoscopy");
    card.putArray("dates")
        .addObject()
        .put("what", "ended")
        .put("on", number < 4 ? "2026-03-31" : "2026-04-01");
    return event;
  }

  private static Card latestCard(String subject) {
    return service.kafka().recordsOf("kanmin.trade-missions", subject).stream()
        .filter(
            record ->
                new String(
                        record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8)
                    .equals("2"))
        .map(
            record ->
                Json.events()
                    .treeToValue(Json.events().readTree(record.value()).get("card"), Card.class))
        .findFirst()
        .orElseThrow();
  }
}
