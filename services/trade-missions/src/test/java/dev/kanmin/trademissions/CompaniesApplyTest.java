package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.OtherService;
import dev.kanmin.testkit.service.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Companies of the directory apply, by themselves and on referral, over the real bus with
 * repetitions and a restart.
 */
class CompaniesApplyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static RunningService service;
  private static int made;

  @BeforeAll
  static void start() {
    service = MissionService.on(Stores.preferred());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_company_of_the_directory_applies_and_what_it_says_stays_with_those_concerned() {
    String company = newId("cmp");
    String number = profile(company, 1, 501);
    profile(company, 1, 501);
    String mission = openMission();
    ApiClient nedo = service.as("nedo");
    Map<String, Object> asked =
        Map.of(
            "companyId",
            company,
            "contactRole",
            "overseas-business",
            "products",
            List.of("olive-scope-20"),
            "remarks",
            "[Sample] We bring two scopes.");
    String path = appliedOnceKnown(nedo, mission, asked);
    Answer own = nedo.get(path).is(200);
    assertThat(own.text("/companyId")).isEqualTo(company);
    assertThat(own.text("/company")).isEqualTo(number);
    assertThat(own.text("/contactRole")).isEqualTo("overseas-business");
    assertThat(own.text("/products/0")).isEqualTo("olive-scope-20");
    ApiClient jetro = service.as("jetro");
    assertThat(jetro.get(path).is(200).text("/remarks")).contains("two scopes");
    service.as("smrj").get(path).isProblem(404, "no-such-application");
    assertThat(nedo.get("/v1/applications?companyId=" + company).at("/items").size()).isEqualTo(1);
    assertThat(service.as("smrj").get("/v1/applications?companyId=" + company).at("/items").size())
        .isZero();

    jetro.post(mission + "/start-selection").is(200);
    jetro.post(path + "/decline", Map.of()).isProblem(400, "bad-input");
    jetro
        .post(path + "/decline", Map.of("reason", "other", "remark", "[Sample] Later, please"))
        .is(200);
    assertThat(nedo.get(path).text("/declined/remark")).contains("Later");
    assertThat(service.published(idOf(mission), 5))
        .extracting(it -> it.data().toString())
        .anyMatch(data -> data.contains(company))
        .noneMatch(data -> data.contains("[Sample] Later") || data.contains("two scopes"))
        .noneMatch(data -> data.contains(number) || data.contains("overseas-business"));
  }

  @Test
  void who_applies_must_be_known_and_offer_what_it_brings() {
    String company = newId("cmp");
    String number = profile(company, 1, 502);
    String mission = openMission();
    ApiClient nedo = service.as("nedo");
    awaitKnown(nedo, mission, company);
    refused(nedo, mission, Map.of("companyId", newId("cmp")), "unknown-company", "/companyId");
    refused(
        nedo,
        mission,
        Map.of("companyId", company, "company", DevMissions.company(503).digits()),
        "other-company",
        "/company");
    refused(
        nedo,
        mission,
        Map.of("company", number, "products", List.of("olive-scope-20", "x")),
        "unknown-product",
        "/products/1");
    refused(nedo, mission, Map.of(), "company-needed", "/companyId");

    String before = newId("cmp");
    directory()
        .publish(
            "companies-merged", before, 1, "jetro", Map.of("companyId", before, "into", company));
    String merged = appliedOnceKnown(nedo, mission, Map.of("companyId", before));
    assertThat(nedo.get(merged).text("/companyId")).isEqualTo(company);

    nedo.post(merged + "/withdraw").is(200);
    directory().publish("company-erased", company, 9, "jetro", Map.of("companyId", company));
    Await.until(
        "the erasure",
        PATIENCE,
        () ->
            nedo.post(
                    mission + "/applications",
                    Map.of("companyId", company, "products", List.of("none")))
                .text("/errors/0/pointer")
                .equals("/companyId"));
    profile(company, 10, 502);
    refused(nedo, mission, Map.of("companyId", company), "unknown-company", "/companyId");
  }

  @Test
  void applications_of_a_merged_company_show_the_one_that_goes_on() {
    String ended = newId("cmp");
    String survivor = newId("cmp");
    String endedNumber = profile(ended, 1, 511);
    String number = profile(survivor, 1, 512);
    String alone = openMission();
    String both = openMission();
    ApiClient nedo = service.as("nedo");
    String moving = appliedOnceKnown(nedo, alone, Map.of("companyId", ended));
    String first = appliedOnceKnown(nedo, both, Map.of("companyId", ended));
    String second = appliedOnceKnown(service.as("smrj"), both, Map.of("companyId", survivor));
    ApiClient jetro = service.as("jetro");
    jetro.post(both + "/start-selection").is(200);
    jetro.post(second + "/select").is(200);
    assertThat(nedo.get(moving).text("/company")).isEqualTo(endedNumber);
    assertThat(nedo.get(moving).text("/companyName/en")).contains("Olive Endoscopy");

    ObjectNode merged =
        golden("directory", "companies-merged.v1.full")
            .put("companyId", ended)
            .put("into", survivor);
    directory().publish("companies-merged", ended, 2, "meti", merged);
    directory().publish("companies-merged", ended, 2, "meti", merged);
    Await.until(
        "the double application's end",
        PATIENCE,
        () -> nedo.get(first).is(200).text("/state").equals("declined"));
    Await.until(
        "the survivor", PATIENCE, () -> nedo.get(moving).text("/companyId").equals(survivor));
    assertThat(nedo.get(moving).text("/company")).isEqualTo(number);
    assertThat(nedo.get(moving).text("/state")).isEqualTo("submitted");
    assertThat(nedo.get(first).text("/declined/reason")).isEqualTo("duplicate");
    assertThat(nedo.get(first).text("/companyId")).isEqualTo(survivor);
    assertThat(jetro.get(second).text("/state")).isEqualTo("selected");

    service.close();
    start();
    directory().publish("companies-merged", ended, 2, "meti", merged);
    ApiClient again = service.as("jetro");
    for (String id : List.of(ended, survivor)) {
      assertThat(again.get("/v1/applications?companyId=" + id).is(200).at("/items").size())
          .isEqualTo(3);
    }
    assertThat(service.publishedTypes(idOf(alone), 5))
        .filteredOn("applicant-merged"::equals)
        .hasSize(1);
  }

  @Test
  void a_referral_to_a_mission_applies_once_on_behalf_of_who_referred() {
    String company = newId("cmp");
    String mission = openMission();
    String referral = newId("case");
    refer(referral, 1, company, idOf(mission));
    refer(referral, 1, company, idOf(mission));
    ApiClient nedo = service.as("nedo");
    Await.until("the application", PATIENCE, () -> applications(nedo, mission) == 1);
    service.close();
    start();
    ApiClient again = service.as("nedo");
    refer(referral, 1, company, idOf(mission));
    // of the same case, so that it comes after the repetition
    String late = newId("cmp");
    refer(referral, 2, late, idOf(mission));
    Await.until("the second referral", PATIENCE, () -> applications(again, mission) == 2);
    Answer seen = again.get(mission + "/applications").is(200);
    assertThat(seen.text("/items/0/companyId")).isEqualTo(company);
    assertThat(seen.text("/items/0/submittedBy")).isEqualTo("nedo");
    assertThat(seen.text("/items/1/companyId")).isEqualTo(late);

    service.clock().moveTo("2026-12-19T00:00:00Z");
    refer(referral, 3, newId("cmp"), idOf(mission));
    ApiClient duty = service.as("jetro");
    Await.until(
        "the refusal",
        PATIENCE,
        () ->
            duty.get("/v1/operations/reactions?refused=true")
                .is(200)
                .text()
                .contains("application-deadline-passed"));
    assertThat(applications(again, mission)).isEqualTo(2);
  }

  private static void refused(
      ApiClient agency, String mission, Object body, String rule, String pointer) {
    Answer answer = agency.post(mission + "/applications", body).isProblem(422, rule);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  /** The copy has arrived once its products are known, which a wrong one is refused by. */
  private static void awaitKnown(ApiClient agency, String mission, String company) {
    Await.until(
        "the copy of " + company,
        PATIENCE,
        () ->
            agency
                .post(
                    mission + "/applications",
                    Map.of("companyId", company, "products", List.of("none")))
                .text("/errors/0/pointer")
                .equals("/products/0"));
  }

  private static String appliedOnceKnown(ApiClient agency, String mission, Object body) {
    String[] location = {""};
    Await.until(
        "an application",
        PATIENCE,
        () -> {
          Answer answer = agency.post(mission + "/applications", body);
          if (answer.status() == 201) {
            location[0] = answer.header("location");
          }
          return answer.status() == 201;
        });
    return location[0];
  }

  private static int applications(ApiClient reader, String mission) {
    return reader.get(mission + "/applications").is(200).at("/items").size();
  }

  private static String openMission() {
    ApiClient jetro = service.as("jetro");
    String mission = jetro.post("/v1/missions", DevMissions.outward(2)).is(201).header("location");
    jetro.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);
    return mission;
  }

  private static String profile(String company, long revision, int number) {
    String digits = DevMissions.company(number).digits();
    directory()
        .publish(
            "company-profile-changed",
            company,
            revision,
            "jetro",
            golden("directory", "company-profile-changed.v1.full")
                .put("companyId", company)
                .put("revision", revision)
                .put("corporateNumber", digits));
    return digits;
  }

  private static void refer(String oneCase, long sequence, String company, String mission) {
    ObjectNode made = golden("sme-advice", "referral-made.v1.full");
    made.put("caseId", oneCase).put("companyId", company).put("referralId", "ref_" + sequence);
    made.putObject("to").put("missionId", mission);
    new OtherService(service.kafka(), "sme-advice")
        .publish("referral-made", oneCase, sequence, "nedo", made);
  }

  private static OtherService directory() {
    return new OtherService(service.kafka(), "directory");
  }

  /** As the producer promises it. */
  private static ObjectNode golden(String producer, String name) {
    return new GoldenEvents(Path.of("..", producer, "contract", "events"), Json.events())
        .read(name, ObjectNode.class);
  }

  private static String idOf(String mission) {
    return mission.substring(mission.lastIndexOf('/') + 1);
  }

  private static String newId(String prefix) {
    return prefix + "_%026d".formatted(++made);
  }
}
