package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/** Meetings from their first request to their last, as a mission's agencies live through them. */
@EachStore
class MeetingsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static RunningService service;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient nedo = service.as("nedo");

  private final StoreFixture store;

  MeetingsTest(StoreFixture store) {
    this.store = store;
  }

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = MissionService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @BeforeEach
  void in_october() {
    service.clock().moveTo("2026-10-01T00:00:00Z");
  }

  @Test
  void meetings_are_planned_published_replanned_and_attended() {
    String plan = requested();
    nedo.get(plan).isProblem(404, "no-such-meeting-plan");
    jetro.post(plan + "/search", Map.of("seconds", 600)).is(200);
    jetro.post(plan + "/requests", requests()).isProblem(409, "meeting-plan-not-in-this-state");
    Await.untilAsserted(
        PATIENCE,
        () ->
            assertThat(jetro.get(plan).body().at("/search/figures/meetings").asInt()).isEqualTo(8));
    jetro.post(plan + "/stop").is(200);
    awaitState(plan, "planned");
    assertThat(jetro.get(plan).body().at("/quality/firstCome/meetings").asInt()).isEqualTo(8);
    assertThat(jetro.get(plan).body().at("/quality/plan/mutualMet").asInt()).isEqualTo(4);

    jetro.post(plan + "/publish").is(200);
    nedo.get(plan).is(200);
    nedo.get(plan + "/timetable").isProblem(403, "not-your-meeting-plan");
    assertThat(
            jetro.get(plan + "/calendar?participant=" + company(1)).is(200).header("content-type"))
        .startsWith("text/calendar");
    jetro.get(plan + "/calendar?participant=nobody").isProblem(404, "no-such-meeting-participant");
    assertThat(jetro.get(plan + "/export").is(200).header("content-type")).startsWith("text/csv");

    jetro.post(plan + "/note-no-show", Map.of("party", counterpart(1))).is(200);
    jetro.post(plan + "/search", Map.of("seconds", 1)).is(200);
    awaitState(plan, "planned");
    assertThat(jetro.get(plan).body().at("/planned").asInt()).isEqualTo(4);
    assertThat(jetro.get(plan).body().at("/quality/plan/moved").asInt()).isEqualTo(4);
    assertThat(
            jetro.get(plan + "/requests?unmet=true").body().at("/items/0/unmet/reason").asString())
        .isEqualTo("never-both-there");
    JsonNode unmet = jetro.get(plan + "/timetable").body().at("/unmet");
    assertThat(unmet.size()).isEqualTo(6);
    assertThat(unmet.at("/0/reason").asString()).isEqualTo("never-both-there");
    assertThat(
            jetro.get(plan + "/timetable?participant=" + counterpart(2)).body().at("/unmet").size())
        .isZero();
    jetro.post(plan + "/publish").is(200);

    service.clock().moveTo("2027-02-10T00:00:00Z");
    jetro
        .get(plan + "/requests")
        .is(200)
        .body()
        .at("/items")
        .forEach(
            request -> {
              if (!request.at("/meeting").isMissingNode()) {
                jetro
                    .post(
                        plan + "/note-attendance",
                        Map.of(
                            "company",
                            request.at("/meeting/company").asString(),
                            "counterpart",
                            request.at("/meeting/counterpart").asString(),
                            "attendance",
                            "held",
                            "note",
                            "[Sample] It went well."))
                    .is(200);
              }
            });
    jetro.post(plan + "/close").is(200);
    assertThat(jetro.get(plan).body().at("/held").asInt()).isEqualTo(4);
  }

  @Test
  void why_a_plan_was_cancelled_is_for_its_own_agencies() {
    String plan = requested();
    jetro.post(plan + "/search", Map.of("seconds", 1)).is(200);
    awaitState(plan, "planned");
    jetro.post(plan + "/publish").is(200);
    jetro.post(plan + "/cancel", Map.of("reason", Map.of("en", "[Sample] A storm."))).is(200);

    assertThat(jetro.get(plan).body().at("/reason/en").asString()).isEqualTo("[Sample] A storm.");
    assertThat(nedo.get(plan).is(200).body().at("/reason").isMissingNode()).isTrue();
  }

  @Test
  void a_search_goes_on_after_a_restart_from_what_was_saved() {
    String plan = requested();
    jetro.post(plan + "/search", Map.of()).is(200);
    Await.untilAsserted(
        PATIENCE, () -> assertThat(search(jetro, plan).at("/run").isMissingNode()).isFalse());
    JsonNode before = search(jetro, plan);
    service.close();
    service = MissionService.on(store);
    ApiClient again = service.as("jetro");
    Await.untilAsserted(
        PATIENCE,
        () ->
            assertThat(search(again, plan).at("/improvements").asInt())
                .isGreaterThan(before.at("/improvements").asInt()));
    assertThat(search(again, plan).at("/run")).isEqualTo(before.at("/run"));
    again.post(plan + "/stop").is(200);
    Await.untilAsserted(
        PATIENCE, () -> assertThat(again.get(plan).text("/state")).isEqualTo("planned"));
  }

  private static JsonNode search(ApiClient client, String plan) {
    return client.get(plan).is(200).body().at("/search");
  }

  private void awaitState(String plan, String state) {
    Await.untilAsserted(
        PATIENCE, () -> assertThat(jetro.get(plan).text("/state")).isEqualTo(state));
  }

  /** Four companies and two counterparts, all of whom ask for all; one side at least. */
  private String requested() {
    String mission = jetro.post("/v1/missions", DevMissions.outward(20)).is(201).header("location");
    jetro.post(mission + "/announce").is(200);
    String id = mission.substring("/v1/missions/".length());
    String plan =
        jetro
            .post("/v1/meeting-plans", Map.of("mission", id, "setUp", setUp()))
            .is(201)
            .header("location");
    jetro.post(plan + "/requests", requests()).is(200);
    return plan;
  }

  private static Map<String, Object> requests() {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (int company = 1; company <= 4; company++) {
      for (int counterpart = 1; counterpart <= 2; counterpart++) {
        requests.add(request(company, counterpart, "company"));
        if ((company + counterpart) % 2 == 0) {
          requests.add(request(company, counterpart, "counterpart"));
        }
      }
    }
    return Map.of("requests", requests);
  }

  private static Map<String, Object> request(int company, int counterpart, String by) {
    return Map.of(
        "company",
        company(company),
        "counterpart",
        counterpart(counterpart),
        "by",
        by,
        "priority",
        3);
  }

  private static Map<String, Object> setUp() {
    return Map.of(
        "zone", "Asia/Ho_Chi_Minh",
        "minutes", 30,
        "days",
            List.of(
                Map.of("on", "2027-02-08", "begins", List.of("09:00", "09:30", "10:00", "10:30")),
                Map.of("on", "2027-02-09", "begins", List.of("09:00", "09:30"))),
        "tables", List.of(Map.of("code", "desk-1"), Map.of("code", "desk-2")),
        "interpreters", List.of(Map.of("code", "ip-1", "languages", List.of("ja", "vi"))),
        "companies",
            List.of(
                party(company(1), "ja"),
                party(company(2), "ja"),
                party(company(3), "ja"),
                party(company(4), "ja")),
        "counterparts", List.of(party(counterpart(1), "vi"), party(counterpart(2), "ja")));
  }

  private static Map<String, Object> party(String id, String language) {
    return Map.of("id", id, "languages", List.of(language));
  }

  private static String company(int number) {
    return "cmp_" + "%026d".formatted(number);
  }

  private static String counterpart(int number) {
    return "cpt_" + "%026d".formatted(number);
  }
}
