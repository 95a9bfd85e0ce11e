package dev.kanmin.smeadvice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.OtherService;
import dev.kanmin.testkit.service.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** A case from opening to close, over real HTTP, Kafka and a store. */
@EachStore
class CaseOverHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static RunningService service;
  private static int companies;

  CaseOverHttpTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service =
        RunningService.of("sme-advice", SmeAdvice.class)
            .at(Instant.parse("2026-10-01T03:00:00Z"))
            .on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void a_case_is_opened_assigned_worked_on_and_closed() {
    service.clock().moveTo("2026-10-01T03:00:00Z");
    String path = open(service.as("jetro"), newCompany()).is(201).header("location");
    ApiClient jetro = service.as("jetro");
    jetro.post(path + "/assign", office()).is(200);
    jetro.post(path + "/start").is(200);
    service.clock().moveTo("2026-10-09T03:00:00Z");
    jetro.post(path + "/ask-company", Map.of("question", "confidential")).is(200);
    service.clock().moveTo("2026-10-30T03:00:00Z");
    Answer waiting = jetro.get(path).is(200);
    assertThat(waiting.text("/state")).isEqualTo("waiting-for-company");
    assertThat(waiting.text("/clocks/0/face")).isEqualTo("ended");
    assertThat(waiting.text("/clocks/1/face")).isEqualTo("stopped");
    // 2, 5, 6, 7 and 8 October: the 9th ended waiting
    assertThat(waiting.at("/clocks/1/used").asInt()).isEqualTo(5);
    jetro.post(path + "/company-replied", Map.of("reply", "confidential")).is(200);
    jetro.post(path + "/close", Map.of("outcome", "advised")).is(200);
    assertThat(service.publishedTypes(id(path), 6))
        .containsExactly(
            "case-opened",
            "case-assigned",
            "case-started",
            "company-asked",
            "company-replied",
            "case-closed");
    assertThat(service.published(id(path), 6).toString()).doesNotContain("confidential");
  }

  @Test
  void while_one_is_open_another_is_answered_with_its_name_and_the_way_to_attach() {
    String company = newCompany();
    String path = open(service.as("jetro"), company).is(201).header("location");
    Answer refused = open(service.as("jica"), company).isProblem(409, "case-already-open");
    assertThat(refused.text("/detail")).contains(path + "/attach");
    service.as("jica").post(path + "/attach", Map.of()).is(200);
    assertThat(service.as("jica").get(path).text("/attached/0")).isEqualTo("jica");
  }

  @Test
  void once_it_is_closed_another_can_be_opened() {
    String company = newCompany();
    ApiClient jetro = service.as("jetro");
    String first = open(jetro, company).is(201).header("location");
    jetro.post(first + "/close", Map.of("outcome", "not-pursued")).is(200);
    String second = open(jetro, company).is(201).header("location");
    assertThat(second).isNotEqualTo(first);
    open(jetro, company).isProblem(409, "case-already-open");
  }

  @Test
  void a_repetition_is_answered_as_the_first_time() {
    String company = newCompany();
    ApiClient jetro = service.as("jetro").with("Idempotency-Key", UUID.randomUUID().toString());
    String first = open(jetro, company).is(201).header("location");
    assertThat(open(jetro, company).is(201).header("location")).isEqualTo(first);
  }

  @Test
  void of_many_at_once_one_opens_it() {
    String company = newCompany();
    List<Integer> answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> open(service.as("jetro"), company).status())
            .toList();
    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
  }

  @Test
  void what_was_said_in_confidence_is_for_the_owner_and_as_consented_for_who_it_was_referred_to() {
    ApiClient jetro = service.as("jetro");
    String company = newCompany();
    String path = open(jetro, company).is(201).header("location");
    jetro.post(path + "/notes", Map.of("kind", "advice", "text", "confidential advice")).is(201);
    Map<String, String> action =
        Map.of("kind", "travel", "due", "2026-11-30", "text", "confidential text");
    jetro.post(path + "/actions", action).is(201);
    assertThat(jetro.get(path).text()).contains("confidential advice", "confidential text");
    for (String other : List.of("jica", "pmda")) {
      assertThat(service.as(other).get(path).is(200).text())
          .contains("travel", "2026-11-30")
          .doesNotContain("confidential advice", "confidential text", "【サンプル】精密加工");
    }
    Answer referral =
        jetro
            .post(
                path + "/referrals",
                Map.of("to", Map.of("agency", "pmda"), "reason", "confidential reason"))
            .is(201);
    assertThat(referral.text("/leftOut/0/reason")).isEqualTo("needs-consent");
    // the request, the note and the text of the action
    assertThat(referral.at("/leftOut/0/count").asInt()).isEqualTo(3);
    ApiClient pmda = service.as("pmda");
    assertThat(pmda.get(path).text())
        .contains("confidential reason", "needs-consent")
        .doesNotContain("confidential advice", "confidential text", "【サンプル】精密加工");
    assertThat(jetro.get(path).at("/referrals/0/leftOut/0/count").asInt()).isEqualTo(3);
    consent(company, 2, "pmda");
    consent(company, 2, "pmda");
    Await.until(
        "the consent", PATIENCE, () -> pmda.get(path).text().contains("confidential advice"));
    assertThat(pmda.get(path).text())
        .contains("confidential text", "confidential reason")
        .doesNotContain("needs-consent");
    assertThat(jetro.get(path).at("/referrals/0/leftOut").size()).isZero();
    consent(company, 3, "jica");
    consent(company, 2, "pmda");
    Await.until(
        "the withdrawal", PATIENCE, () -> !pmda.get(path).text().contains("confidential advice"));
    consent(company, 4, "pmda");
    Await.until(
        "the new consent", PATIENCE, () -> pmda.get(path).text().contains("confidential advice"));
    assertThat(service.as("jica").get(path).text()).doesNotContain("confidential reason");
    service
        .as("pmda")
        .post(
            path + "/referrals/" + referral.text("/id") + "/decline",
            Map.of("reason", "confidential no"))
        .is(200);
    assertThat(service.as("pmda").get(path).text()).doesNotContain("confidential advice");
    assertThat(jetro.get(path).text()).contains("confidential no");
  }

  @Test
  void lists_are_filtered_and_continue() {
    String company = newCompany();
    ApiClient jetro = service.as("jetro");
    String path = open(jetro, company).is(201).header("location");
    Answer found =
        jetro.get("/v1/cases?company=" + company + "&tag=cross-industry-entry&country=VN").is(200);
    assertThat(found.at("/items").size()).isEqualTo(1);
    assertThat(found.text("/items/0/id")).isEqualTo(id(path));
    assertThat(jetro.get("/v1/cases?company=" + company + "&state=closed").at("/items").size())
        .isZero();
    jetro.get("/v1/cases?tag=nonsense").isProblem(400, "bad-input");
  }

  private static void consent(String company, long sequence, String agency) {
    Map<String, Object> grant = Map.of("agency", agency, "purposes", List.of("see-advice"));
    new OtherService(service.kafka(), "directory")
        .publish(
            "consent-changed",
            company,
            sequence,
            "jetro",
            Map.of("companyId", company, "grants", List.of(grant)));
  }

  private static Answer open(ApiClient client, String company) {
    return client.post(
        "/v1/cases",
        DevFiles.read("cases/endoscopy-vietnam.json", json -> json.put("companyId", company)));
  }

  private static Map<String, Object> office() {
    return Map.of("office", Map.of("code", "sample-tokyo", "name", Map.of("ja", "【サンプル】担当課")));
  }

  private static String newCompany() {
    return "cmp_%026d".formatted(++companies);
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
