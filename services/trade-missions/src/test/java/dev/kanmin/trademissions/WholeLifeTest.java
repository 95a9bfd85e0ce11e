package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A mission from its first draft to its report, as its agencies live through it over HTTP. */
@EachStore
class WholeLifeTest {
  private static RunningService service;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient jica = service.as("jica");
  private final ApiClient smrj = service.as("smrj");
  private final ApiClient nedo = service.as("nedo");

  WholeLifeTest(StoreFixture store) {}

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
  void a_mission_lives_from_draft_to_report_and_its_places_find_takers() {
    Answer drafted = jetro.post("/v1/missions", DevMissions.outward(2)).is(201);
    String id = drafted.text("/id");
    String mission = drafted.header("location");
    assertThat(mission).isEqualTo("/v1/missions/" + id);
    assertThat(drafted.header("etag")).isEqualTo("\"1\"");
    assertThat(drafted.header("kanmin-event")).isEqualTo("/trade-missions/" + id + "/1");

    jica.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);
    String a = apply(smrj, mission, 1);
    String b = apply(smrj, mission, 2);
    String c = apply(nedo, mission, 3);
    String d = apply(nedo, mission, 4);

    service.clock().moveTo("2026-12-19T00:00:00Z");
    smrj.post(mission + "/applications", company(5)).isProblem(409, "application-deadline-passed");
    jetro.post(mission + "/start-selection").is(200);
    jetro.post(a + "/select").is(200);
    jica.post(b + "/select").is(200);
    jetro.post(c + "/select").isProblem(409, "no-place-left");
    jetro.post(c + "/waitlist").is(200);
    jetro.post(d + "/waitlist").is(200);
    jetro.post(mission + "/finish-selection").is(200);

    service.clock().moveTo("2027-01-04T00:00:00Z");
    smrj.post(a + "/withdraw").is(200);
    assertThat(nedo.get(c).is(200).text("/offer/state")).isEqualTo("offered");
    assertThat(nedo.get(c).text("/offer/replyBy")).isEqualTo("2027-01-11T00:00:00Z");

    service.clock().moveTo("2027-01-11T00:00:01Z");
    Await.untilAsserted(
        Duration.ofSeconds(10),
        () -> assertThat(nedo.get(c).text("/offer/state")).isEqualTo("lapsed"));
    nedo.post(d + "/accept-offer").is(200);
    assertThat(nedo.get(d).text("/state")).isEqualTo("selected");

    service.clock().moveTo("2027-02-08T03:00:00Z");
    jetro.post(mission + "/start").is(200);
    jetro
        .post(mission + "/report", Map.of("summary", Map.of("en", "[Sample] It took place.")))
        .is(200);
    Answer reported = nedo.get(mission).is(200);
    assertThat(reported.text("/state")).isEqualTo("reported");
    assertThat(reported.text("/report/summary/en")).isEqualTo("[Sample] It took place.");
    assertThat(reported.body().at("/applications/selected").asInt()).isEqualTo(2);

    assertThat(service.publishedTypes(id, 21))
        .containsExactly(
            "mission-drafted",
            "mission-announced",
            "mission-opened",
            "application-submitted",
            "application-submitted",
            "application-submitted",
            "application-submitted",
            "selection-started",
            "participant-selected",
            "participant-selected",
            "application-waitlisted",
            "application-waitlisted",
            "selection-finished",
            "application-withdrawn",
            "place-offered",
            "offer-lapsed",
            "place-offered",
            "offer-accepted",
            "participant-selected",
            "mission-started",
            "mission-reported");
  }

  @Test
  void a_mission_that_cannot_be_read_keeps_no_offers_of_others_from_lapsing() {
    String broken = waitlistedAndOffered(31);
    // due later than the broken one, so that it comes after it
    service.clock().moveTo("2026-10-01T00:01:00Z");
    String whole = waitlistedAndOffered(32);
    String id = broken.split("/")[3];
    setState(id, "nonsense");
    try {
      service.clock().moveTo("2026-10-08T00:01:01Z");
      Await.untilAsserted(
          Duration.ofSeconds(10),
          () -> assertThat(nedo.get(whole).text("/offer/state")).isEqualTo("lapsed"));
    } finally {
      setState(id, "selected");
    }
  }

  private static void setState(String mission, String state) {
    Aggregates<?, ?, ?> missions =
        service.bean(AggregateStore.class).all().stream()
            .filter(it -> it.type().kind().equals("mission"))
            .findFirst()
            .orElseThrow();
    Mono.from(
            missions
                .collection()
                .updateOne(Filters.eq("_id", mission), Updates.set("state.state", state)))
        .block();
  }

  private String waitlistedAndOffered(int company) {
    String mission = openMission();
    String application = apply(nedo, mission, company);
    jetro.post(mission + "/start-selection").is(200);
    jetro.post(application + "/waitlist").is(200);
    jetro.post(mission + "/finish-selection").is(200);
    assertThat(nedo.get(application).text("/offer/state")).isEqualTo("offered");
    return application;
  }

  @Test
  void only_their_own_agencies_know_of_drafts() {
    Answer before = nedo.get("/v1/missions?state=draft").is(200);
    String mission = jetro.post("/v1/missions", DevMissions.outward(2)).is(201).header("location");
    nedo.get(mission).isProblem(404, "no-such-mission");
    nedo.post(mission + "/announce").isProblem(404, "no-such-mission");
    nedo.with("If-Match", "\"9\"")
        .put(mission, DevMissions.outward(2))
        .isProblem(404, "no-such-mission");
    nedo.with("If-Match", "\"9\"").post(mission + "/announce").isProblem(404, "no-such-mission");
    jica.get(mission).is(200);
    Answer after = nedo.get("/v1/missions?state=draft").is(200);
    assertThat(hidden(after)).isEqualTo(hidden(before) + 1);
    assertThat(ids(after)).isEqualTo(ids(before)).doesNotContain(idOf(mission));
    // a count by filter would tell where somebody plans something
    assertThat(hidden(nedo.get("/v1/missions?country=MN"))).isEqualTo(hidden(after));
  }

  @Test
  void nothing_of_a_draft_is_on_the_bus() {
    String id = jetro.post("/v1/missions", DevMissions.outward(2)).is(201).text("/id");
    var record =
        service
            .kafka()
            .awaitRecords(TopicNames.of("trade-missions"), id, 1, Duration.ofSeconds(20))
            .getFirst();
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo("{\"state\":\"draft\"}");
  }

  @Test
  void a_draft_is_revised_only_on_the_version_that_was_read() {
    String mission = jetro.post("/v1/missions", DevMissions.outward(2)).is(201).header("location");
    var better = DevMissions.outward(9);
    jetro.put(mission, better).isProblem(428, "version-required");
    jica.with("If-Match", "\"1\"").put(mission, better).is(200);
    jetro.with("If-Match", "\"1\"").put(mission, better).isProblem(412, "stale-version");
    Answer read = jetro.get(mission).is(200);
    assertThat(read.header("etag")).isEqualTo("\"2\"");
    assertThat(read.body().at("/plan/capacity").asInt()).isEqualTo(9);
  }

  @Test
  void a_repeated_command_has_one_effect_and_the_same_answer() {
    ApiClient once = jetro.with("Idempotency-Key", "draft-" + System.nanoTime());
    Answer first = once.post("/v1/missions", DevMissions.outward(2)).is(201);
    Answer again = once.post("/v1/missions", DevMissions.outward(2)).is(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("location")).isEqualTo(first.header("location"));
    once.post("/v1/missions", DevMissions.outward(3)).isProblem(422, "idempotency-key-reused");

    String mission = first.header("location");
    jetro.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);
    ApiClient applying = smrj.with("Idempotency-Key", "apply-" + System.nanoTime());
    Answer applied = applying.post(mission + "/applications", company(7)).is(201);
    Answer reapplied = applying.post(mission + "/applications", company(7)).is(201);
    assertThat(reapplied.header("location")).isEqualTo(applied.header("location"));
    assertThat(applied.header("location"))
        .isEqualTo(mission + "/applications/" + applied.text("/id"));
    assertThat(reapplied.body()).isEqualTo(applied.body());
    smrj.post(mission + "/applications", company(7)).isProblem(409, "company-already-applied");
    assertThat(jetro.get(mission).body().at("/applications/submitted").asInt()).isEqualTo(1);
  }

  @Test
  void companies_are_seen_by_the_missions_agencies_and_their_own() {
    String mission = openMission();
    String own = apply(nedo, mission, 11);
    apply(smrj, mission, 12);
    Answer seenByNedo = nedo.get(mission + "/applications").is(200);
    assertThat(seenByNedo.body().at("/items").size()).isEqualTo(1);
    assertThat(seenByNedo.text("/leftOut/0/reason")).isEqualTo("applications-of-other-agencies");
    assertThat(seenByNedo.body().at("/leftOut/0/count").asInt()).isEqualTo(1);
    assertThat(jica.get(mission + "/applications").body().at("/items").size()).isEqualTo(2);
    smrj.get(own).isProblem(404, "no-such-application");
    smrj.post(own + "/withdraw").isProblem(403, "not-your-application");

    String number = DevMissions.company(11).digits();
    assertThat(missionsOf(nedo.get("/v1/applications?company=" + number))).contains(idOf(mission));
    assertThat(missionsOf(jetro.get("/v1/applications?company=" + number))).contains(idOf(mission));
    Answer seenBySmrj = smrj.get("/v1/applications?company=" + number).is(200);
    assertThat(missionsOf(seenBySmrj)).doesNotContain(idOf(mission));
    assertThat(seenBySmrj.body().at("/leftOut").size()).isZero();
  }

  @Test
  void what_was_announced_is_put_right_and_its_applicants_are_told() {
    String mission = openMission();
    String application = apply(nedo, mission, 41);
    jica.post(
            mission + "/amend",
            Map.of(
                "title", Map.of("en", "[Sample] New title"),
                "venues", List.of(Map.of("stop", 2, "venue", "[Sample] Hall 2")),
                "reason", Map.of("en", "[Sample] The hall is larger.")))
        .is(200);

    Answer seen = nedo.get(application).is(200);
    assertThat(seen.text("/amendments/0/changed/0")).isEqualTo("title");
    assertThat(seen.text("/amendments/0/changed/1")).isEqualTo("venue");
    assertThat(seen.text("/amendments/0/reason/en")).isEqualTo("[Sample] The hall is larger.");
    assertThat(nedo.get(mission).text("/plan/stops/1/venue")).isEqualTo("[Sample] Hall 2");
    jetro.post(mission + "/amend", Map.of("capacity", 0)).isProblem(422, "number-out-of-range");
    service
        .as("mej", "missions:write")
        .post(mission + "/amend", Map.of("capacity", 5))
        .isProblem(403, "not-your-mission");
  }

  @Test
  void a_past_mission_is_entered_as_history() {
    Map<String, Object> past = Map.of("plan", DevMissions.outward(2), "participants", 12);
    jetro.post("/v1/missions/record-past", past).isProblem(422, "not-over-yet");
    service.clock().moveTo("2028-04-01T00:00:00Z");

    Answer recorded = jetro.post("/v1/missions/record-past", past).is(201);

    Answer seen = nedo.get(recorded.header("location")).is(200);
    assertThat(seen.text("/state")).isEqualTo("reported");
    assertThat(seen.body().at("/past/participants").asInt()).isEqualTo(12);
    assertThat(service.publishedTypes(recorded.text("/id"), 1))
        .containsExactly("past-mission-recorded");
  }

  @Test
  void a_view_says_what_its_reader_may_do_now_and_why_not_the_rest() {
    String mission = jetro.post("/v1/missions", DevMissions.outward(1)).is(201).header("location");
    JsonNode announce = action(jetro.with("Accept-Language", "ja").get(mission), "announce");
    assertThat(announce.at("/allowed").asBoolean()).isTrue();
    assertThat(announce.at("/label").asString()).isEqualTo("予告する");
    assertThat(action(jetro.get(mission), "open").at("/rule").asString())
        .isEqualTo("not-in-this-state");
    JsonNode toReader = action(service.as("jetro", "missions:read").get(mission), "announce");
    assertThat(toReader.at("/rule").asString()).isEqualTo("insufficient-scope");

    jetro.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);
    JsonNode notTheirs = action(nedo.get(mission), "start-selection");
    assertThat(notTheirs.at("/allowed").asBoolean()).isFalse();
    assertThat(notTheirs.at("/rule").asString()).isEqualTo("not-your-mission");
    assertThat(notTheirs.at("/detail").asString()).contains("organiser or co-organiser");
    assertThat(allowed(nedo.get(mission))).containsExactly("apply");
    service.clock().moveTo("2026-12-19T00:00:00Z");
    assertThat(action(nedo.get(mission), "apply").at("/rule").asString())
        .isEqualTo("application-deadline-passed");
  }

  @Test
  void an_application_says_what_may_be_done_with_it_as_does_each_in_a_list() {
    String mission = openMission();
    String application = apply(nedo, mission, 21);
    assertThat(allowed(nedo.get(application))).containsExactly("withdraw");
    jetro.post(mission + "/start-selection").is(200);
    assertThat(allowed(jetro.get(application)))
        .containsExactly("select", "waitlist", "decline", "withdraw");
    assertThat(jetro.get(mission + "/applications").body().at("/items/0/actions").size())
        .isEqualTo(6);
  }

  @Test
  void what_an_action_promises_is_what_the_command_does() {
    String mission = jetro.post("/v1/missions", DevMissions.outward(1)).is(201).header("location");
    for (String step : List.of("announce", "open", "start-selection", "finish-selection")) {
      for (String verb :
          List.of("announce", "open", "start-selection", "finish-selection", "start")) {
        JsonNode action = action(jetro.get(mission), verb);
        if (!action.at("/allowed").asBoolean() && !verb.equals(step)) {
          Answer answer = jetro.post(mission + "/" + verb);
          if (answer.status() != 200) { // asked again for what already is
            answer.isProblem(409, action.at("/rule").asString());
          }
        }
      }
      assertThat(action(jetro.get(mission), step).at("/allowed").asBoolean()).as(step).isTrue();
      jetro.post(mission + "/" + step).is(200);
    }
  }

  @Test
  void a_companys_applications_say_that_the_mission_is_cancelled() {
    String mission = openMission();
    apply(nedo, mission, 22);
    jetro.post(mission + "/cancel", Map.of("reason", Map.of("en", "[Sample] The venue"))).is(200);
    Answer seen = nedo.get("/v1/applications?company=" + DevMissions.company(22).digits()).is(200);
    assertThat(texts(seen, "/missionState")).containsOnly("cancelled");
    assertThat(seen.text("/items/0/title/en")).contains("Endoscopy mission");
    assertThat(seen.text("/items/0/actions/3/rule")).isEqualTo("not-in-this-state");
  }

  @Test
  void a_mission_is_moved_to_before_its_old_deadline() {
    String mission = openMission();
    String stops =
        """
        [{"country": "VN", "city": "Hà Nội", "from": "2026-11-16", "to": "2026-11-17",
          "zone": "Asia/Ho_Chi_Minh"}]""";
    Answer without =
        jetro
            .post(mission + "/reschedule", "{\"stops\": " + stops + "}")
            .isProblem(422, "deadline-after-begin");
    assertThat(without.text("/errors/0/pointer")).isEqualTo("/deadline/at");
    String deadline = "{\"at\": \"2026-10-30T08:00:00Z\", \"zone\": \"Asia/Tokyo\"}";
    jetro
        .post(mission + "/reschedule", "{\"stops\": " + stops + ", \"deadline\": " + deadline + "}")
        .is(200);
    Answer moved = jetro.get(mission).is(200);
    assertThat(moved.text("/state")).isEqualTo("open");
    assertThat(moved.text("/period/from")).isEqualTo("2026-11-16");
    assertThat(moved.text("/plan/deadline/at")).isEqualTo("2026-10-30T08:00:00Z");
  }

  @Test
  void missions_are_found_by_country_field_kind_state_period_and_agency() {
    String id = idOf(openMission());
    for (String query :
        List.of(
            "country=TH",
            "field=endoscopy",
            "kind=outward-mission",
            "state=open",
            "agency=mej",
            "from=2027-02-12",
            "to=2027-02-08",
            "country=VN&field=diagnostic-imaging&from=2027-02-09&to=2027-02-09")) {
      assertThat(allIds(nedo, query)).as(query).contains(id);
    }
    for (String query :
        List.of(
            "country=KR",
            "field=telemedicine",
            "kind=pavilion",
            "state=draft",
            "agency=amed",
            "from=2027-02-13",
            "to=2027-02-07")) {
      assertThat(allIds(nedo, query)).as(query).doesNotContain(id);
    }
  }

  @Test
  void a_list_is_read_page_by_page_without_repeating_or_skipping() {
    for (int i = 0; i < 5; i++) {
      openMission();
    }
    List<String> paged = allIds(nedo, "limit=2");
    assertThat(paged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    assertThat(paged).isEqualTo(allIds(nedo, "limit=200"));
  }

  private static JsonNode action(Answer view, String verb) {
    return StreamSupport.stream(view.is(200).body().at("/actions").spliterator(), false)
        .filter(action -> action.at("/verb").asString().equals(verb))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> allowed(Answer view) {
    return StreamSupport.stream(view.is(200).body().at("/actions").spliterator(), false)
        .filter(action -> action.at("/allowed").asBoolean())
        .map(action -> action.at("/verb").asString())
        .toList();
  }

  private static String openMission() {
    ApiClient jetro = service.as("jetro");
    String mission = jetro.post("/v1/missions", DevMissions.outward(2)).is(201).header("location");
    jetro.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);
    return mission;
  }

  private static String apply(ApiClient agency, String mission, int company) {
    return agency.post(mission + "/applications", company(company)).is(201).header("location");
  }

  private static Map<String, String> company(int number) {
    return Map.of("company", DevMissions.company(number).digits());
  }

  private static List<String> allIds(ApiClient reader, String query) {
    List<String> ids = new ArrayList<>();
    String path = "/v1/missions?" + query;
    while (!path.isEmpty()) {
      Answer page = reader.get(path).is(200);
      ids.addAll(ids(page));
      path =
          page.headers()
              .firstValue("link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse("");
    }
    return ids;
  }

  private static List<String> ids(Answer page) {
    return texts(page, "/id");
  }

  private static List<String> missionsOf(Answer page) {
    return texts(page.is(200), "/mission");
  }

  private static List<String> texts(Answer page, String pointer) {
    return StreamSupport.stream(page.body().at("/items").spliterator(), false)
        .map(item -> item.at(pointer))
        .map(JsonNode::asString)
        .toList();
  }

  private static int hidden(Answer page) {
    return page.body().at("/leftOut/0/count").asInt(0);
  }

  private static String idOf(String mission) {
    return mission.substring(mission.lastIndexOf('/') + 1);
  }
}
