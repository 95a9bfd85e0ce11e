package dev.kanmin.smeadvice;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What follows on cases from events elsewhere, over the real bus, with repetitions and restarts.
 */
class CasePoliciesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant OCTOBER = Instant.parse("2026-10-01T03:00:00Z");
  private static RunningService service;

  /** Test classes share stores and the broker: ids from here on are this one's. */
  private static int made = 1_000_000;

  @BeforeAll
  static void start() {
    service = RunningService.of("sme-advice", SmeAdvice.class).at(OCTOBER).on(Stores.preferred());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void an_agreed_linkage_opens_a_case_once_however_often_it_is_told() {
    String company = newId("cmp");
    String linkage = newId("lnk");
    agree(linkage, 3, company);
    agree(linkage, 3, company);
    Answer opened = theCaseOf(company);
    assertThat(opened.text("/owner")).isEqualTo("jica");
    assertThat(opened.text("/arisesFrom/0")).isEqualTo(linkage);
    restart();
    agree(linkage, 3, company);
    String second = newId("lnk");
    agree(second, 3, company);
    Await.until(
        "the second linkage on the case",
        PATIENCE,
        () -> theCaseOf(company).text("/arisesFrom/1").equals(second));
    assertThat(casesOf(company)).isEqualTo(1);
    String id = opened.text("/id");
    assertThat(service.published(id, 2))
        .extracting(it -> it.headers().get("ce_causationid"))
        .allMatch(cause -> cause.contains("oda-linkage"));
    assertThat(service.publishedTypes(id, 2)).containsExactly("case-opened", "case-attached");
  }

  @Test
  void a_selected_company_has_preparations_on_its_case_of_the_missions_cell() {
    String company = newId("cmp");
    ObjectNode selected = golden("trade-missions", "participant-selected.v1.full");
    String path =
        service
            .as("meti")
            .post(
                "/v1/cases",
                DevFiles.read(
                    "cases/endoscopy-vietnam.json",
                    json ->
                        json.put("companyId", company)
                            .put("country", selected.at("/card/countries/0/code").asString())
                            .put("field", selected.at("/card/fields/0/code").asString())))
            .is(201)
            .header("location");
    String mission = newId("msn");
    OtherService missions = new OtherService(service.kafka(), "trade-missions");
    assertThat(selected.has("companyId")).isTrue();
    // of a company known by its corporate number alone there is no case to prepare on
    ObjectNode unnamed = selected.deepCopy();
    unnamed.remove("companyId");
    missions.publish("participant-selected", mission, 7, "jetro", unnamed);
    selected.put("companyId", company);
    missions.publish("participant-selected", mission, 8, "jetro", selected);
    missions.publish("participant-selected", mission, 8, "jetro", selected);
    ApiClient meti = service.as("meti");
    Await.until(
        "the preparations", PATIENCE, () -> meti.get(path).is(200).at("/nextActions").size() == 4);
    Answer shown = meti.get(path);
    assertThat(shown.text("/nextActions/0/kind")).isEqualTo("company-material");
    assertThat(shown.text("/nextActions/0/arisesFrom")).isEqualTo(mission);
    assertThat(shown.text("/nextActions/0/by")).isEqualTo("jetro");
    // 15 working days before 9 March 2027, over the Emperor's Birthday
    assertThat(shown.text("/nextActions/3/due")).isEqualTo("2027-02-15");
  }

  @Test
  void news_of_a_market_is_to_be_looked_at_on_its_open_cases_once() {
    String path = open(newId("cmp"), "LA", "endoscopy");
    String elsewhere = open(newId("cmp"), "LA", "care-systems");
    String tender = newId("tnd");
    String report = newId("rep");
    String regulation = newId("reg");
    tell("tender-published", tender, 1);
    tell("tender-published", tender, 1);
    tell("report-published", report, 2);
    tell("regulation-changed", regulation, 1);
    await("the tender, the report and the regulation", path, 3);
    restart();
    tell("tender-published", tender, 1);
    // while the first is not looked at, another change of the regulation asks for nothing new
    tell("regulation-changed", regulation, 2);
    ApiClient jetro = service.as("jetro");
    String looked = action(path, regulation).path("id").asString();
    Await.until(
        "the second change to be heard", PATIENCE, () -> reactionsTo(regulation).size() == 2);
    jetro.post(path + "/actions/" + looked + "/complete", Map.of()).is(200);
    tell("regulation-changed", regulation, 3);
    await("the regulation once more", path, 4);
    assertThat(action(path, tender).path("kind").asString()).isEqualTo("consider-tender");
    assertThat(action(path, tender).path("by").asString()).isEqualTo("meti");
    // 15 working days before 20 December 2026
    assertThat(action(path, tender).path("due").asString()).isEqualTo("2026-11-30");
    assertThat(action(path, report).path("kind").asString()).isEqualTo("read-report");
    assertThat(jetro.get(elsewhere).is(200).at("/nextActions")).isEmpty();
  }

  private static String open(String company, String country, String field) {
    return service
        .as("jetro")
        .post(
            "/v1/cases",
            DevFiles.read(
                "cases/endoscopy-vietnam.json",
                json -> json.put("companyId", company).put("country", country).put("field", field)))
        .is(201)
        .header("location");
  }

  /** As market-intelligence tells of Laos. */
  private static void tell(String type, String subject, long sequence) {
    ObjectNode data = golden("market-intelligence", type + ".v1.full");
    ((ObjectNode) data.at("/card/countries/0")).put("code", "LA");
    new OtherService(service.kafka(), "market-intelligence")
        .publish(type, subject, sequence, "meti", data);
  }

  private static void await(String what, String path, int actions) {
    ApiClient jetro = service.as("jetro");
    Await.until(what, PATIENCE, () -> jetro.get(path).is(200).at("/nextActions").size() == actions);
  }

  private static JsonNode action(String path, String subject) {
    return service
        .as("jetro")
        .get(path)
        .is(200)
        .at("/nextActions")
        .valueStream()
        .filter(it -> it.path("arisesFrom").asString().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> reactionsTo(String subject) {
    return service
        .as("jetro")
        .get("/v1/operations/reactions?limit=200")
        .at("/items")
        .valueStream()
        .filter(it -> it.toString().contains(subject))
        .toList();
  }

  @Test
  void what_the_directory_tells_of_a_company_is_used_to_judge() {
    String company = newId("cmp");
    String survivor = newId("cmp");
    OtherService directory = new OtherService(service.kafka(), "directory");
    ObjectNode profile =
        golden("directory", "company-profile-changed.v1.full").put("companyId", company);
    directory.publish("company-profile-changed", company, 1, "jetro", profile);
    Await.until(
        "the facts", PATIENCE, () -> facts(company).text("/facts/industry").equals("E2743"));
    assertThat(facts(company).text("/facts/sme")).isEqualTo("yes");
    assertThat(facts(company).text("/facts/prefecture")).isEqualTo("JP-13");
    directory.publish(
        "company-profile-changed",
        company,
        2,
        "jetro",
        profile.deepCopy().put("revision", 2).put("industry", "E2749"));
    directory.publish("company-profile-changed", company, 1, "jetro", profile);
    directory.publish(
        "companies-merged",
        company,
        3,
        "jetro",
        golden("directory", "companies-merged.v1.full")
            .put("companyId", company)
            .put("into", survivor));
    Await.until(
        "the merger",
        PATIENCE,
        () -> {
          Answer opened =
              service
                  .as("jetro")
                  .post(
                      "/v1/cases",
                      DevFiles.read(
                          "cases/endoscopy-vietnam.json", json -> json.put("companyId", company)));
          return opened.status() == 409 || casesOf(survivor) == 1;
        });
    assertThat(casesOf(survivor)).isEqualTo(1);
    directory.publish("company-erased", company, 4, "jetro", Map.of("companyId", company));
    Await.until("the erasure", PATIENCE, () -> facts(company).text("/facts/industry").isEmpty());
  }

  @Test
  void cases_of_a_merged_company_go_with_it_and_one_cell_keeps_one_open_case() {
    String ended = newId("cmp");
    String survivor = newId("cmp");
    String alone = opened("jetro", ended, "SG", "telemedicine");
    String joining = opened("jica", ended, "VN", "endoscopy");
    String goingOn = opened("jetro", survivor, "VN", "endoscopy");
    ApiClient jica = service.as("jica");
    jica.post(
            joining + "/actions", Map.of("kind", "travel", "due", "2026-11-02", "text", "who goes"))
        .is(201);
    String closed = opened("jetro", ended, "TH", "endoscopy");
    service.as("jetro").post(closed + "/close", Map.of("outcome", "advised")).is(200);
    ObjectNode merged =
        golden("directory", "companies-merged.v1.full")
            .put("companyId", ended)
            .put("into", survivor);
    OtherService directory = new OtherService(service.kafka(), "directory");
    directory.publish("companies-merged", ended, 2, "meti", merged);
    directory.publish("companies-merged", ended, 2, "meti", merged);

    ApiClient jetro = service.as("jetro");
    Await.until(
        "the joined case", PATIENCE, () -> jica.get(joining).text("/state").equals("closed"));
    for (String each : List.of(alone, joining, goingOn, closed)) {
      Await.until(
          each, PATIENCE, () -> jetro.get(each).is(200).text("/companyId").equals(survivor));
    }
    assertThat(jica.get(joining).text("/joinedInto")).isEqualTo(idOf(goingOn));
    assertThat(jica.get(joining).text("/outcome")).isEqualTo("joined");
    assertThat(jica.get(joining).text("/nextActions/0/text")).isEqualTo("who goes");
    Answer whole = jetro.get(goingOn);
    assertThat(whole.text("/state")).isEqualTo("opened");
    assertThat(whole.text("/attached/0")).isEqualTo("jica");
    assertThat(whole.at("/arisesFrom").toString()).contains(idOf(joining));
    assertThat(whole.text("/nextActions/0/due")).isEqualTo("2026-11-02");
    assertThat(whole.text("/nextActions/0/text")).isEmpty();
    assertThat(casesOf(ended)).isEqualTo(casesOf(survivor)).isEqualTo(4);
    assertThat(jetro.get(alone).text("/state")).isEqualTo("opened");

    restart();
    new OtherService(service.kafka(), "directory")
        .publish("companies-merged", ended, 2, "meti", merged);
    String late = newId("cmp");
    agree(newId("lnk"), 3, late);
    theCaseOf(late);
    assertThat(service.publishedTypes(idOf(joining), 3))
        .containsExactly("case-opened", "next-action-added", "case-joined");
    service
        .as("jica")
        .post("/v1/cases", request(ended, "VN", "endoscopy"))
        .isProblem(409, "case-already-open");
  }

  private static String opened(String agency, String company, String country, String field) {
    return service
        .as(agency)
        .post("/v1/cases", request(company, country, field))
        .is(201)
        .header("location");
  }

  private static ObjectNode request(String company, String country, String field) {
    return DevFiles.read(
        "cases/endoscopy-vietnam.json",
        json -> json.put("companyId", company).put("country", country).put("field", field));
  }

  private static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Answer facts(String company) {
    Answer judged =
        service
            .as("jetro")
            .post(
                "/v1/support-measures/eligibility", Map.of("companyId", company, "facts", Map.of()))
            .is(200);
    return judged;
  }

  private static void agree(String linkage, long sequence, String company) {
    new OtherService(service.kafka(), "oda-linkage")
        .publish(
            "linkage-agreed",
            linkage,
            sequence,
            "jica",
            golden("oda-linkage", "linkage-agreed.v1.full")
                .put("linkageId", linkage)
                .put("companyId", company));
  }

  private static Answer theCaseOf(String company) {
    Await.until("a case of " + company, PATIENCE, () -> casesOf(company) > 0);
    ApiClient jica = service.as("jica");
    return jica.get("/v1/cases/" + jica.get("/v1/cases?company=" + company).text("/items/0/id"));
  }

  private static int casesOf(String company) {
    return service.as("jica").get("/v1/cases?company=" + company).is(200).at("/items").size();
  }

  private static void restart() {
    service.close();
    start();
  }

  /** As the producer promises it. */
  private static ObjectNode golden(String producer, String name) {
    return new GoldenEvents(Path.of("..", producer, "contract", "events"), Json.events())
        .read(name, ObjectNode.class);
  }

  private static String newId(String prefix) {
    return prefix + "_%026d".formatted(++made);
  }
}
