package dev.kanmin.controltower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.controltower.outcome.Letters;
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

/** Outcomes over HTTP and the bus. */
@EachStore
class OutcomesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static RunningService service;
  private static int made;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient jica = service.as("jica");
  private final ApiClient nedo = service.as("nedo");

  OutcomesTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = TowerService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void a_company_confirms_with_the_link_of_its_letter_and_nobody_else_ever_sees_it() {
    Answer claimed = jetro.post("/v1/outcomes", contract("cmp", "TH")).is(201);
    String outcome = claimed.header("location");
    ApiClient repeating = jetro.with("Idempotency-Key", "ask-once-" + made);
    Answer asked = repeating.post(outcome + "/ask-company").is(200);
    repeating.post(outcome + "/ask-company").is(200);
    List<Letters.Letter> letters =
        ((PostBox) service.bean(Letters.class)).about(claimed.text("/id"));
    assertThat(letters).hasSize(1);
    String link = letters.getFirst().secret();
    String secret = link.substring(link.indexOf('.') + 1);
    assertThat(asked.text()).doesNotContain(secret);
    assertThat(jetro.get(outcome).text()).doesNotContain(secret);
    assertThat(letters.toString()).doesNotContain(secret);

    ApiClient company = service.anonymous();
    String answers = "/v1/outcome-confirmations";
    company
        .post(answers + "/look", Map.of("link", link + "x"))
        .isProblem(404, "no-such-confirmation-link");
    Answer question = company.post(answers + "/look", Map.of("link", link)).is(200);
    assertThat(question.text("/value/amount")).isEqualTo("48000000");
    assertThat(question.at("/companyId").isMissingNode()).isTrue();
    Map<String, Object> answer =
        Map.of("link", link, "confirmed", true, "counterfactual", "not-at-all");
    company.post(answers, answer).is(200);
    company.post(answers, answer).isProblem(409, "confirmation-link-used");

    Answer read = jica.get(outcome).is(200);
    assertThat(read.text("/state")).isEqualTo("confirmed");
    assertThat(read.text("/answer/counterfactual")).isEqualTo("not-at-all");
    assertThat(nedo.get(outcome).at("/answer").isMissingNode()).isTrue();
    var events = service.published(claimed.text("/id"), 3);
    assertThat(events.toString()).doesNotContain(secret).doesNotContain("hash");
    assertThat(events.getLast().headers()).containsEntry("ce_actor", "jetro/confirmation-link");
  }

  @Test
  void evidence_is_reviewed_by_another_agency() {
    String outcome = jetro.post("/v1/outcomes", contract("cmp", "MY")).is(201).header("location");
    jetro
        .post(
            outcome + "/evidence",
            Map.of("kind", "purchase-order", "reference", "PO 1", "dated", "2026-09-01"))
        .is(200);
    jetro.post(outcome + "/accept-evidence", Map.of()).isProblem(403, "own-evidence");
    assertThat(nedo.get(outcome).at("/evidence").isMissingNode()).isTrue();
    jica.post(outcome + "/accept-evidence", Map.of()).is(200);
    assertThat(jetro.get(outcome).text("/column")).isEqualTo("confirmed");
  }

  @Test
  void headline_figures_count_each_outcome_once_per_currency_side_by_side() {
    ObjectNode yen = contract("cmp", "PH");
    yen.putArray("fields").add("endoscopy").add("patient-monitoring");
    jetro.post("/v1/outcomes", yen).is(201);
    ObjectNode dollars = contract("cmp", "PH");
    dollars.putObject("value").put("amount", "1000.50").put("currency", "USD");
    jetro.post("/v1/outcomes", dollars).is(201);
    ObjectNode expected = contract("cmp", "PH").put("kind", "expected-contract");
    expected.remove("value");
    expected.put("valueBand", "10-to-100-million-jpy");
    jetro.post("/v1/outcomes", expected).is(201);
    Answer figures = nedo.get("/v1/outcomes/headline?country=PH").is(200);
    assertThat(figures.at("/cells")).hasSize(2);
    assertThat(figures.at("/totals")).hasSize(1);
    assertThat(figures.text("/totals/0/fiscalYear")).isEqualTo("2026");
    assertThat(figures.text("/totals/0/claimed/outcomes")).isEqualTo("2");
    assertThat(figures.text("/totals/0/claimed/amounts/0/amount")).isEqualTo("48000000");
    assertThat(figures.text("/totals/0/claimed/amounts/1/amount")).isEqualTo("1000.50");
    assertThat(figures.text("/totals/0/expected/withoutAmount")).isEqualTo("1");
    assertThat(figures.text("/inSeveralFields")).isEqualTo("1");
    jetro.get("/v1/outcomes/headline?kind=nonsense").is(400);
  }

  @Test
  void a_record_of_the_same_result_is_proposed_for_a_merger_and_its_origins_move_on() {
    ObjectNode first = contract("cmp", "ID");
    String survivor = jetro.post("/v1/outcomes", first).is(201).text("/id");
    ObjectNode second = first.deepCopy();
    second.putArray("involved").add("amed");
    second.putArray("arisesFrom").add("case_0123456789012345678900ab" + "cd");
    Answer twin = jica.post("/v1/outcomes", second).is(201);
    String path = twin.header("location");
    Await.until(
        "the proposal",
        PATIENCE,
        () -> jica.get(path).text("/similar/0/outcomeId").equals(survivor));
    nedo.post(path + "/merge", Map.of("into", survivor)).isProblem(403, "not-your-outcome");
    jica.post(path + "/merge", Map.of("into", survivor)).is(200);
    Await.until(
        "the survivor",
        PATIENCE,
        () -> jetro.get("/v1/outcomes/" + survivor).at("/arisesFrom").size() == 3);
    Answer read = jetro.get("/v1/outcomes/" + survivor);
    assertThat(read.at("/involved").toString()).contains("amed").contains("jica");
    assertThat(jica.get("/v1/outcomes/headline?country=ID").text("/totals/0/claimed/outcomes"))
        .isEqualTo("1");
    assertThat(jica.get("/v1/outcomes/headline?country=ID").text("/notCounted/merged"))
        .isEqualTo("1");
    jetro
        .post("/v1/outcomes/" + survivor + "/merge", Map.of("into", twin.text("/id")))
        .isProblem(422, "not-the-same-outcome");
  }

  @Test
  void a_claim_that_nobody_confirms_expires() {
    String outcome = jetro.post("/v1/outcomes", contract("cmp", "LA")).is(201).header("location");
    service.clock().moveTo("2027-10-02T00:00:00Z");
    Await.until("the expiry", PATIENCE, () -> jetro.get(outcome).text("/state").equals("expired"));
    service.clock().moveTo("2026-10-01T00:00:00Z");
  }

  private static ObjectNode contract(String prefix, String country) {
    made++;
    return DevFiles.json("outcomes/endoscopy-contract.json")
        .put("companyId", prefix + "_" + "%026d".formatted(made))
        .put("country", country);
  }
}
