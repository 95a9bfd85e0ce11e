package dev.kanmin.marketintelligence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.node.ObjectNode;

/** Reports and regulation over HTTP. */
@EachStore
class ReportsTest {
  private static RunningService service;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient jica = service.as("jica");

  ReportsTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = MarketService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void a_report_is_drafted_published_read_in_the_readers_language_and_expires() {
    ObjectNode content = DevFiles.json("reports/country-report.json");
    ((ObjectNode) content.at("/texts/en")).put("body", "<script>alert(1)</script>");
    Answer drafted = jetro.post("/v1/reports", content).is(201);
    String report = drafted.header("location");
    jica.get(report).isProblem(404, "no-such-report");
    jetro.post(report + "/publish").is(200);
    assertThat(jica.with("Accept-Language", "ko").get(report).is(200).text("/shown/html"))
        .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    assertThat(jica.with("Accept-Language", "ja").get(report).text("/shown/html"))
        .startsWith("<h1>概要</h1>");

    ((ObjectNode) content.at("/texts/ja")).put("body", "変更");
    jetro.with("If-Match", "\"2\"").put(report, content).is(200);
    Answer stale = jica.with("Accept-Language", "en").get(report);
    assertThat(stale.text("/stale/0")).isEqualTo("en");
    assertThat(stale.at("/shown/stale").asBoolean()).isTrue();
    assertThat(jica.get("/v1/reports?country=VN&field=endoscopy&state=published").at("/items"))
        .hasSize(1);

    service.clock().moveTo("2027-10-01T00:00:00Z");
    Await.untilAsserted(
        Duration.ofSeconds(10),
        () -> assertThat(jica.get(report).text("/state")).isEqualTo("expired"));
    service.clock().moveTo("2026-10-01T00:00:00Z");
    jetro.post(report + "/extend", Map.of("expires", "2028-09-30")).is(200);
    assertThat(service.publishedTypes(drafted.text("/id"), 5))
        .containsExactly(
            "report-drafted",
            "report-published",
            "report-revised",
            "report-expired",
            "report-extended");
  }

  @Test
  void facts_that_conflict_are_read_side_by_side_and_a_ban_withholds_the_score() {
    service.clock().moveTo("2026-12-01T00:00:00Z");
    ObjectNode fact = DevFiles.json("regulations/indonesia-lead-time.json");
    String id = jetro.post("/v1/regulations/facts", fact).is(200).text("/id");
    fact.putObject("value").put("en", "45, 90, 100 and 120 days");
    jica.post("/v1/regulations/facts", fact).is(200);
    Answer read = jica.get("/v1/regulations/" + id).is(200);
    assertThat(read.at("/items")).hasSize(1);
    assertThat(read.at("/items/0/conflicting").asBoolean()).isTrue();
    assertThat(read.at("/items/0/facts")).hasSize(2);
    assertThat(jica.get("/v1/regulations?country=ID&field=endoscopy").at("/items")).hasSize(1);

    String trade =
        DevFiles.text("profiles/sample-comtrade-plus.csv").replace(",704,VNM,", ",360,IDN,");
    jetro.with("Content-Type", "text/csv").post("/v1/profiles/import", trade).is(200);
    assertThat(jica.get("/v1/profiles/ID/endoscopy").text("/attractiveness/score")).isNotEmpty();
    fact.put("item", "import-ban").put("field", "endoscopy");
    jetro.post("/v1/regulations/facts", fact).is(200);
    Answer withheld = jica.get("/v1/profiles/ID/endoscopy");
    assertThat(withheld.text("/attractiveness/withheld")).isEqualTo("showstopper");
    assertThat(withheld.text("/attractiveness/score")).isEmpty();
    service.clock().moveTo("2026-10-01T00:00:00Z");
  }
}
