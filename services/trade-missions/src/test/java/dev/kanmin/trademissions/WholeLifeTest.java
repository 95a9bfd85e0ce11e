package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.trademissions.Api.Answer;
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
import tools.jackson.databind.JsonNode;

/** A mission from its first draft to its report, as its agencies live through it over HTTP. */
@EachStore
class WholeLifeTest {
  private static RunningService service;

  private final Api jetro = service.as("jetro");
  private final Api jica = service.as("jica");
  private final Api smrj = service.as("smrj");
  private final Api nedo = service.as("nedo");

  WholeLifeTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = RunningService.on(store);
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
  void only_their_own_agencies_know_of_drafts() {
    Answer before = nedo.get("/v1/missions?state=draft").is(200);
    String mission = jetro.post("/v1/missions", DevMissions.outward(2)).is(201).header("location");
    nedo.get(mission).isProblem(404, "no-such-mission");
    nedo.post(mission + "/announce").isProblem(404, "no-such-mission");
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
            .awaitRecords(RunningService.OWN_TOPIC, id, 1, Duration.ofSeconds(20))
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
    Api once = jetro.with("Idempotency-Key", "draft-" + System.nanoTime());
    Answer first = once.post("/v1/missions", DevMissions.outward(2)).is(201);
    Answer again = once.post("/v1/missions", DevMissions.outward(2)).is(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("location")).isEqualTo(first.header("location"));
    once.post("/v1/missions", DevMissions.outward(3)).isProblem(422, "idempotency-key-reused");

    String mission = first.header("location");
    jetro.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);
    Api applying = smrj.with("Idempotency-Key", "apply-" + System.nanoTime());
    Answer applied = applying.post(mission + "/applications", company(7)).is(201);
    Answer reapplied = applying.post(mission + "/applications", company(7)).is(201);
    assertThat(reapplied.header("location")).isEqualTo(applied.header("location"));
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
    assertThat(missionsOf(nedo.get("/v1/companies/" + number))).contains(idOf(mission));
    assertThat(missionsOf(jetro.get("/v1/companies/" + number))).contains(idOf(mission));
    Answer seenBySmrj = smrj.get("/v1/companies/" + number).is(200);
    assertThat(missionsOf(seenBySmrj)).doesNotContain(idOf(mission));
    assertThat(seenBySmrj.body().at("/leftOut").size()).isZero();
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

  private static String openMission() {
    Api jetro = service.as("jetro");
    String mission = jetro.post("/v1/missions", DevMissions.outward(2)).is(201).header("location");
    jetro.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);
    return mission;
  }

  private static String apply(Api agency, String mission, int company) {
    return agency.post(mission + "/applications", company(company)).is(201).header("location");
  }

  private static Map<String, String> company(int number) {
    return Map.of("company", DevMissions.company(number).digits());
  }

  private static List<String> allIds(Api reader, String query) {
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
