package dev.kanmin.marketintelligence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.node.ObjectNode;

/** Tenders from files and by hand, as agencies live through them over HTTP. */
@EachStore
class TendersTest {
  private static RunningService service;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient jica = service.as("jica");

  TendersTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = MarketService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void a_package_with_its_version_last_and_its_releases_out_of_order_becomes_a_record() {
    String file = named("order", "import-ocds.json");
    Answer imported = jetro.post("/v1/tenders/import", file).is(200);
    assertThat(imported.at("/taken").asInt()).isEqualTo(2);
    assertThat(imported.at("/errors")).isEmpty();
    String id = imported.text("/tenders/0/id");

    Answer read = jica.get("/v1/tenders/ocds-order-000001").is(200);
    assertThat(read.text("/id")).isEqualTo(id);
    assertThat(read.text("/tender/state")).isEqualTo("open");
    assertThat(read.text("/tender/country")).isEqualTo("VN");
    assertThat(read.text("/tender/countryBy")).isEqualTo("address");
    assertThat(read.text("/tender/closes/at")).isEqualTo("2027-01-20T08:00:00Z");
    assertThat(read.text("/tender/closes/zone")).isEqualTo("Asia/Ho_Chi_Minh");
    assertThat(read.text("/tender/fields/0/field")).isEqualTo("endoscopy");
    assertThat(read.at("/tender/fields/0/reasons").toString()).contains("CPV 33168100", "nội soi");
    assertThat(read.text("/record/compiledRelease/tender/value/amount")).isEqualTo("31000000000");
    assertThat(read.at("/record/versionedRelease/tender/value/amount")).hasSize(2);
    assertThat(read.text("/record/releases/0/id")).isEqualTo("ocds-order-000001-01");
    assertThat(read.text()).doesNotContain("contactPoint", "person@example.org");

    var events = service.published(id, 2);
    assertThat(events.getFirst().type()).isEqualTo("tender-published");
    var card = events.getLast().data().at("/card");
    assertThat(card.at("/dates/0/what").asString()).isEqualTo("tender-closes");
    assertThat(card.at("/dates/0/at").asString()).isEqualTo("2027-01-20T08:00:00Z");
    assertThat(card.at("/links/0/rel").asString()).isEqualTo("ocid");
    assertThat(card.at("/countries/0/code").asString()).isEqualTo("VN");

    Answer again = jica.post("/v1/tenders/import", file).is(200);
    assertThat(again.at("/unchanged").asInt()).isEqualTo(2);
    assertThat(again.at("/taken").asInt()).isZero();
    assertThat(jica.get("/v1/tenders/" + id).text("/version")).isEqualTo(read.text("/version"));
  }

  @Test
  void a_release_that_changed_under_its_id_is_refused_and_names_its_place() {
    String file = named("differs", "import-ocds.json");
    jetro.post("/v1/tenders/import", file).is(200);
    Answer refused =
        jetro.post("/v1/tenders/import", file.replace("31000000000", "32000000000")).is(200);
    assertThat(refused.text("/errors/0/code")).isEqualTo("release-differs");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/releases/0");
    assertThat(refused.at("/unchanged").asInt()).isOne();
  }

  @Test
  void other_versions_and_broken_files_are_refused_clearly() {
    String file = named("version", "import-ocds.json");
    jetro
        .post("/v1/tenders/import", file.replace("\"version\": \"1.1\"", "\"version\": \"1.0\""))
        .isProblem(422, "unsupported-version");
    jetro.post("/v1/tenders/import", "{\"releases\": []}").isProblem(422, "unsupported-version");
    jetro
        .post("/v1/tenders/import", file.substring(0, file.length() - 20))
        .isProblem(422, "unreadable-file");
    jetro.post("/v1/tenders/import", "{\"activities\": []}").isProblem(422, "unreadable-file");
    jetro.get("/v1/tenders/ocds-version-000001").isProblem(404, "no-such-tender");
  }

  @Test
  void a_record_package_gives_its_releases_and_a_compiled_release_counts_until_they_come() {
    ObjectNode packaged = DevFiles.json("tenders/import-ocds.json");
    var releases = packaged.remove("releases");
    ObjectNode record = packaged.putArray("records").addObject();
    record.put("ocid", "ocds-sample1-000001");
    ObjectNode compiled = record.putObject("compiledRelease");
    compiled.setAll((ObjectNode) releases.get(1));
    compiled.put("id", "compiled-1").putArray("tag").add("compiled");
    String onlyCompiled = packaged.toString().replace("ocds-sample1", "ocds-record");
    jetro.post("/v1/tenders/import", onlyCompiled).is(200);
    Answer first = jetro.get("/v1/tenders/ocds-record-000001").is(200);
    assertThat(first.text("/tender/closes/at")).isEqualTo("2026-12-20T08:00:00Z");

    record.set("releases", releases);
    String full = packaged.toString().replace("ocds-sample1", "ocds-record");
    jetro.post("/v1/tenders/import", full).is(200);
    Answer then = jetro.get("/v1/tenders/ocds-record-000001").is(200);
    assertThat(then.at("/record/releases")).hasSize(2);
    assertThat(then.text("/tender/closes/at")).isEqualTo("2027-01-20T08:00:00Z");
  }

  @Test
  void an_award_of_the_world_bank_is_no_tender_and_its_publication_is_no_deadline() {
    Answer imported =
        jetro.post("/v1/tenders/import", DevFiles.text("tenders/import-world-bank.json")).is(200);
    assertThat(imported.text("/format")).isEqualTo("world-bank");
    assertThat(imported.at("/notTenders").asInt()).isOne();
    assertThat(imported.at("/tenders")).hasSize(1);
    Answer read = jica.get("/v1/tenders/" + imported.text("/tenders/0/id")).is(200);
    assertThat(read.text("/tender/country")).isEqualTo("LA");
    assertThat(read.text("/tender/closes/at")).isEqualTo("2027-01-11T03:00:00Z");
    assertThat(read.text("/tender/fields/0/field")).isEqualTo("patient-monitoring");
  }

  @Test
  void a_tender_entered_by_hand_closes_when_its_deadline_has_passed() {
    Answer entered =
        jetro
            .with("Idempotency-Key", "by-hand")
            .post("/v1/tenders", DevFiles.json("tenders/entered-dialysis.json"))
            .is(201);
    String tender = entered.header("location");
    assertThat(jica.get(tender).text("/tender/fields/0/field")).isEqualTo("blood-purification");
    jica.post(tender + "/close", Map.of("ending", "cancelled")).isProblem(403, "not-your-tender");
    jetro
        .post(
            tender + "/override-fields",
            Map.of("fields", List.of("care-systems"), "reason", "wrong-field"))
        .is(200);
    assertThat(jica.get("/v1/tenders?country=TH&field=care-systems&state=open").at("/items"))
        .hasSize(1);

    ObjectNode sooner = DevFiles.json("tenders/entered-dialysis.json");
    sooner.putObject("closes").put("on", "2026-09-01");
    jetro.with("If-Match", "\"2\"").put(tender, sooner).is(200);
    assertThat(jica.get(tender).text("/tender/state")).isEqualTo("closed");
    sooner.putObject("closes").put("at", "2026-10-01T00:00:05Z").put("zone", "Asia/Bangkok");
    jetro.with("If-Match", "\"3\"").put(tender, sooner).is(200);
    assertThat(jica.get(tender).text("/tender/state")).isEqualTo("open");
    service.clock().moveTo("2026-10-01T00:00:06Z");
    Await.untilAsserted(
        Duration.ofSeconds(10),
        () -> assertThat(jica.get(tender).text("/tender/state")).isEqualTo("closed"));
    service.clock().moveTo("2026-10-01T00:00:00Z");
    assertThat(service.publishedTypes(entered.text("/id"), 5))
        .containsExactly(
            "tender-published",
            "tender-changed",
            "tender-closed",
            "tender-published",
            "tender-closed");
    assertThat(jica.get(tender).text("/tender/fields/0/state")).isEqualTo("overridden");
  }

  @Test
  void a_bad_deadline_or_address_is_refused_with_its_place() {
    ObjectNode bad = DevFiles.json("tenders/entered-dialysis.json");
    bad.putObject("closes").put("at", "2027-01-01T00:00:00Z");
    Answer refused = jetro.post("/v1/tenders", bad).isProblem(422, "bad-deadline");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/closes/zone");
    bad.remove("closes");
    bad.put("url", "javascript:alert(1)");
    jetro.post("/v1/tenders", bad).isProblem(422, "bad-url");
  }

  private static String named(String name, String file) {
    return DevFiles.text("tenders/" + file).replace("ocds-sample1", "ocds-" + name);
  }
}
