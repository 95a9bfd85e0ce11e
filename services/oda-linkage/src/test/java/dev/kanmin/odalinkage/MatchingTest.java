package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.company.OffersForTests;
import dev.kanmin.odalinkage.need.NeedSamples;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.OtherService;
import dev.kanmin.testkit.service.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Needs and activities get candidates over the real bus, and needs follow their linkages. */
@EachStore
class MatchingTest {
  private static final String TOPIC = "kanmin.oda-linkage";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static RunningService service;

  private final ApiClient jica;
  private final String run = UUID.randomUUID().toString();
  private final String mark;

  MatchingTest(StoreFixture store) {
    this.jica = service.as("jica");
    this.mark = store.toString().toUpperCase(Locale.ROOT);
  }

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = RunningService.of("oda-linkage", OdaLinkage.class).on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  /** Four makers: two registered there, one that has applied, one that was refused. */
  private List<String> companies(String field, String country) {
    List<String> ids =
        List.of("registered", "registered2", "applied", "refused").stream()
            .map(status -> Ids.derived("cmp", run, field, status))
            .toList();
    List<String> statuses = List.of("registered", "registered", "applied", "refused");
    for (int i = 0; i < ids.size(); i++) {
      OffersForTests.tell(
          service, OffersForTests.maker(ids.get(i), field, country, statuses.get(i)));
    }
    return ids;
  }

  @Test
  void a_registered_need_gets_the_best_candidates_once_and_follows_its_linkage() {
    List<String> companies = companies("transradial-intervention", "BT");
    String need = registered("transradial-intervention", "BT");
    List<String> proposed = linkedCompanies("need=" + need, 3);
    assertThat(proposed).hasSize(3).contains(companies.get(0), companies.get(1), companies.get(2));

    jica.post("/v1/needs/" + need + "/verify", Map.of()).is(200);
    again(need);
    await("the need's events to be heard", () -> heard(need) >= 2);
    assertThat(linkedCompanies("need=" + need, 3)).hasSize(3);

    String linkage = linkage(need, companies.getFirst());
    assertThat(jica.get("/v1/linkages/" + linkage).is(200).text("/match/weights")).isNotEmpty();
    assertThat(service.as("meti").get("/v1/linkages/" + linkage).is(200).text("/match/weights"))
        .as("for its own agencies")
        .isEmpty();
    service
        .as("meti")
        .post("/v1/linkages/" + linkage + "/agree", Map.of("on", "2026-11-01"))
        .isProblem(403, "not-your-linkage");
    jica.post("/v1/linkages/" + linkage + "/agree", Map.of("on", "2026-11-01")).is(200);
    awaitState("/v1/needs/" + need, "matched");
    jica.post("/v1/linkages/" + linkage + "/deliver", Map.of("on", "2026-11-02", "meetsNeed", true))
        .is(200);
    awaitState("/v1/needs/" + need, "met");
    assertThat(service.publishedTypes(need, 4))
        .containsExactly("need-registered", "need-verified", "need-matched", "need-met");
    assertThat(service.published(linkage, 1).getFirst().headers())
        .hasEntrySatisfying(
            "ce_actor",
            actor -> assertThat(actor).contains("jica", "oda-linkage:propose-linkages"));
  }

  @Test
  void a_confirmed_follow_on_order_is_the_follow_up_of_its_delivered_linkage() {
    List<String> companies = companies("care-systems", "TL");
    String need = registered("care-systems", "TL");
    linkedCompanies("need=" + need, 3);
    String linkage = linkage(need, companies.getFirst());
    jica.post("/v1/linkages/" + linkage + "/agree", Map.of("on", "2026-11-01")).is(200);
    jica.post("/v1/linkages/" + linkage + "/deliver", Map.of("on", "2026-11-02")).is(200);
    OtherService tower = new OtherService(service.kafka(), "control-tower");
    ObjectNode confirmed =
        new GoldenEvents(Path.of("..", "control-tower", "contract", "events"), Json.events())
            .read("outcome-confirmed.v1.full", ObjectNode.class)
            .put("on", "2026-11-20");
    confirmed.putArray("arisesFrom").add(linkage).add(need);
    String outcome = Ids.derived("out", run);
    tower.publish("outcome-confirmed", outcome, 2, "jetro", confirmed.put("kind", "contract"));
    tower.publish(
        "outcome-confirmed", outcome, 3, "jetro", confirmed.put("kind", "follow-on-order"));
    awaitState("/v1/linkages/" + linkage, "followed-up");
    assertThat(jica.get("/v1/linkages/" + linkage).text("/followedUp/on")).isEqualTo("2026-11-20");
    assertThat(service.published(linkage, 4).getLast().headers())
        .containsEntry("ce_causationid", "/control-tower/" + outcome + "/3");
  }

  @Test
  void an_agreed_linkage_that_is_rejected_gives_the_need_back() {
    List<String> companies = companies("blood-purification", "MV");
    String need = registered("blood-purification", "MV");
    linkedCompanies("need=" + need, 3);
    String linkage = linkage(need, companies.getFirst());
    jica.post("/v1/linkages/" + linkage + "/agree", Map.of("on", "2026-11-01")).is(200);
    awaitState("/v1/needs/" + need, "matched");
    jica.post("/v1/linkages/" + linkage + "/reject", Map.of("reason", "company-declined")).is(200);
    awaitState("/v1/needs/" + need, "registered");

    Answer out = jica.get("/v1/matches?need=" + need + "&outcome=left-out&limit=200").is(200);
    assertThat(reasons(out, companies.getFirst())).containsExactly("rejected-before");
    assertThat(reasons(out, companies.get(3))).containsExactly("registration-refused");
    jica.post(
            "/v1/linkages",
            Map.of("company", companies.getFirst(), "offersTo", Map.of("need", need)))
        .isProblem(409, "linkage-already-proposed");
  }

  @Test
  void the_open_linkages_of_an_erased_company_are_rejected_and_it_is_judged_no_more() {
    String company = companies("telemedicine", "KG").getFirst();
    String need = registered("telemedicine", "KG");
    linkedCompanies("need=" + need, 3);
    String linkage = linkage(need, company);
    for (int delivery = 0; delivery < 2; delivery++) {
      OffersForTests.publish(
          "directory", "company-erased", company, 2, Map.of("companyId", company));
    }
    awaitState("/v1/linkages/" + linkage, "rejected");
    assertThat(jica.get("/v1/linkages/" + linkage).text("/rejection/reason"))
        .isEqualTo("company-erased");
    assertThat(service.publishedTypes(linkage, 2))
        .containsExactly("linkage-proposed", "linkage-rejected");
    assertThat(jica.get("/v1/matches?limit=200&need=" + need).is(200).text())
        .doesNotContain(company);
  }

  @Test
  void an_activity_that_reaches_its_tender_gets_candidates_with_its_iati_identifier() {
    List<String> companies = companies("endoscopy", "VN");
    String path =
        jica.post("/v1/activities", activity("TENDER-" + mark)).is(201).header("Location");
    String id = path.substring(path.lastIndexOf('/') + 1);
    jica.post(path + "/advance", Map.of("step", "grant-agreement", "date", "2026-09-01")).is(200);
    assertThat(items(jica.get("/v1/linkages?activity=" + id).is(200))).isEmpty();
    jica.post(path + "/advance", Map.of("step", "tender", "date", "2026-10-01")).is(200);
    linkedCompanies("activity=" + id, 1);
    JsonNode first = items(jica.get("/v1/linkages?activity=" + id).is(200)).getFirst();
    assertThat(first.path("iatiIdentifier").asString()).contains("TENDER-" + mark);
    assertThat(service.published(first.path("id").asString(), 1).getFirst().data().toString())
        .contains("\"rel\":\"iati\"", "\"rel\":\"company\"")
        .doesNotContain("[Sample] Company");
    assertThat(companies).isNotEmpty();
  }

  @Test
  void a_published_tender_gets_candidates_with_its_ocid_once() {
    List<String> companies = companies("diagnostic-imaging", "LA");
    String tender = Ids.derived("tnd", run);
    for (int delivery = 0; delivery < 2; delivery++) {
      tell(tender, "tender-published", 1);
    }
    assertThat(linkedCompanies("tender=" + tender, 3))
        .hasSize(3)
        .contains(companies.get(0), companies.get(1), companies.get(2));
    JsonNode first = items(jica.get("/v1/linkages?tender=" + tender).is(200)).getFirst();
    assertThat(first.path("ocid").asString()).isEqualTo("ocds-sample1-000001");
    assertThat(first.path("owner").asString()).isEqualTo("jetro");
    tell(tender, "tender-changed", 2);
    await("the change to be heard", () -> heard(tender) >= 2);
    assertThat(linkedCompanies("tender=" + tender, 3)).hasSize(3);
    assertThat(jica.get("/v1/matches?tender=" + tender).is(200).at("/items").size()).isPositive();
    assertThat(
            jica.get("/v1/matches?company=" + companies.getFirst())
                .is(200)
                .at("/items")
                .findValuesAsString("id"))
        .contains(tender);
  }

  /** As market-intelligence tells of a tender for imaging in Laos. */
  private static void tell(String tender, String type, long sequence) {
    ObjectNode data =
        new GoldenEvents(Path.of("..", "market-intelligence", "contract", "events"), Json.events())
            .read(type + ".v1.full", ObjectNode.class);
    ((ObjectNode) data.at("/card/countries/0")).put("code", "LA");
    ((ObjectNode) data.path("card"))
        .put("state", "open")
        .putArray("fields")
        .addObject()
        .put("code", "diagnostic-imaging");
    OffersForTests.publish("market-intelligence", type, tender, sequence, data);
  }

  @Test
  void matches_are_ranked_explained_and_paged_and_a_company_sees_what_suits_it() {
    List<String> companies = companies("patient-monitoring", "NP");
    String need = registered("patient-monitoring", "NP");
    Answer first = jica.get("/v1/matches?need=" + need + "&limit=2").is(200);
    assertThat(companies.subList(0, 2)).contains(first.text("/items/0/company"));
    assertThat(first.text("/items/0/outcome")).isEqualTo("candidate");
    assertThat(first.at("/items/0/criteria").findValuesAsString("criterion"))
        .containsExactly(
            "field",
            "hs",
            "crs",
            "country",
            "registration",
            "licences",
            "readiness",
            "capacity",
            "past-delivery");
    assertThat(first.at("/items/0/score").asDouble()).isBetween(55.0, 100.0);
    Answer second =
        jica.get("/v1/matches?need=" + need + "&limit=2&cursor=" + first.text("/next")).is(200);
    assertThat(second.text("/items/0/company"))
        .isNotIn(first.text("/items/0/company"), first.text("/items/1/company"));

    Answer ofCompany =
        jica.get("/v1/matches?company=" + companies.getFirst() + "&outcome=candidate").is(200);
    assertThat(ofCompany.at("/items").findValuesAsString("id")).contains(need);
    assertThat(jica.get("/v1/matches/weights").is(200).at("/items/0/criteria/hs/source").asString())
        .contains("HS 2022");

    jica.get("/v1/matches").isProblem(400, "bad-input");
    jica.get("/v1/matches?need=x&company=y").isProblem(400, "bad-input");
    jica.get("/v1/matches?need=" + Ids.derived("need", run)).isProblem(404, "nothing-to-match");
    jica.get("/v1/matches?tender=" + Ids.derived("tnd", run)).isProblem(404, "nothing-to-match");
  }

  @Test
  void an_officer_proposes_what_is_there_open_and_clear() {
    List<String> companies = companies("care-systems", "LK");
    String need = registered("care-systems", "LK");
    ApiClient jetro = service.as("jetro");
    String refused = companies.get(3);
    Answer made =
        jetro
            .post(
                "/v1/linkages",
                Map.of(
                    "company", refused,
                    "offersTo", Map.of("need", need),
                    "remark", Map.of("en", "New dossier")))
            .is(201);
    Answer again =
        jetro
            .post("/v1/linkages", Map.of("company", refused, "offersTo", Map.of("need", need)))
            .is(201);
    assertThat(again.text("/id")).isEqualTo(made.text("/id"));
    Answer seen = jica.get(made.header("Location")).is(200);
    assertThat(seen.text("/owner")).isEqualTo("jica");
    assertThat(seen.text("/submitter")).isEqualTo("jetro");
    assertThat(seen.text("/remark/en")).isEqualTo("New dossier");

    jetro
        .post("/v1/linkages", Map.of("company", refused, "offersTo", Map.of()))
        .isProblem(422, "nothing-to-offer-to");
    jetro
        .post(
            "/v1/linkages",
            Map.of("company", Ids.derived("cmp", run), "offersTo", Map.of("need", need)))
        .isProblem(422, "unknown-company");
    jetro
        .post(
            "/v1/linkages",
            Map.of("company", refused, "offersTo", Map.of("need", Ids.derived("need", run))))
        .isProblem(422, "no-such-target");
    jetro
        .post(
            "/v1/linkages",
            Map.of(
                "company", companies.getFirst(),
                "offersTo", Map.of("need", need),
                "country", "TH"))
        .isProblem(422, "cell-unclear");
  }

  // ---- how it is asked

  private static String activity(String number) {
    return """
    {"iatiIdentifier": "XM-DAC-701-8-SAMPLE-%s",
     "title": {"en": "[Sample] Endoscopy centre"},
     "descriptions": [{"type": "1", "text": {"en": "[Sample] A centre."}}],
     "status": "implementation",
     "scheme": "grant-aid",
     "dates": {"actualStart": "2026-04-01"},
     "countries": [{"country": "VN", "percentage": 100}],
     "sectors": [{"code": "12191"}],
     "participatingOrganisations": [{"ref": "XM-DAC-701-8", "type": "10", "role": "1"}]}
    """
        .formatted(number);
  }

  private String registered(String field, String country) {
    ObjectNode need = NeedSamples.json("endoscopy-vietnam").put("country", country);
    need.putArray("fields").add(field);
    need.putArray("hs").add("901839");
    return jica.post("/v1/needs", need).is(201).text("/id");
  }

  private List<String> linkedCompanies(String query, int atLeast) {
    await(
        atLeast + " linkages of " + query,
        () -> items(jica.get("/v1/linkages?" + query)).size() >= atLeast);
    return items(jica.get("/v1/linkages?" + query)).stream()
        .map(it -> it.path("company").asString())
        .toList();
  }

  private String linkage(String need, String company) {
    return items(jica.get("/v1/linkages?need=" + need + "&company=" + company)).stream()
        .map(it -> it.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  /** Delivers all that was published of a subject once more. */
  private void again(String subject) {
    try (var producer = service.kafka().producer()) {
      for (ConsumerRecord<String, byte[]> record : service.kafka().recordsOf(TOPIC, subject)) {
        producer.send(
            new ProducerRecord<>(TOPIC, null, record.key(), record.value(), record.headers()));
      }
    }
  }

  /** How many of a subject's events have been reacted to. */
  private int heard(String subject) {
    return (int)
        service
            .as("jica")
            .get("/v1/operations/reactions?limit=200")
            .at("/items")
            .valueStream()
            .filter(it -> it.toString().contains(subject))
            .count();
  }

  private void awaitState(String path, String state) {
    await(path + " to be " + state, () -> jica.get(path).text("/state").equals(state));
  }

  private static List<String> reasons(Answer list, String company) {
    return items(list).stream()
        .filter(it -> it.path("company").asString().equals(company))
        .flatMap(it -> it.path("reasons").valueStream())
        .map(it -> it.path("code").asString())
        .toList();
  }

  private static List<JsonNode> items(Answer list) {
    return list.at("/items").valueStream().toList();
  }

  private static void await(String what, BooleanSupplier done) {
    Await.until(what, PATIENCE, done);
  }
}
