package dev.kanmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.contract.EventDocuments;
import dev.kanmin.testkit.contract.OpenApiContract;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.ApiSuite;
import dev.kanmin.testkit.service.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Companies over real HTTP, Kafka and a store. */
class CompaniesTest {
  private final RunningService service = RunningDirectory.SERVICE;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient jica = service.as("jica");

  @TestFactory
  Stream<DynamicContainer> every_operation_is_guarded_and_survives_bad_input() {
    return ApiSuite.of(service);
  }

  @Test
  void the_description_of_the_api_is_that_of_the_running_service() {
    OpenApiContract.check(service, Path.of("contract"));
  }

  @Test
  void schemas_and_the_description_of_the_topic_are_made_from_the_events() {
    AggregateType<?, ?, ?>[] types =
        service.bean(AggregateStore.class).all().stream()
            .<AggregateType<?, ?, ?>>map(Aggregates::type)
            .toArray(AggregateType<?, ?, ?>[]::new);
    EventDocuments.of("directory", "Directory", types).check(Path.of("contract"));
  }

  @Test
  void a_company_is_registered_changed_and_told_of() {
    String id = registered(maker("9999900000017"));
    Answer seen = jetro.get("/v1/companies/" + id).is(200);
    assertThat(seen.text("/sme/answer")).isEqualTo("yes");
    assertThat(seen.text("/capital/amount")).isEqualTo("80000000");
    jetro
        .with("If-Match", seen.header("etag"))
        .put("/v1/companies/" + id, maker("9999900000017").put("staff", 400))
        .is(200);
    assertThat(service.publishedTypes(id, 2))
        .containsExactly("company-profile-changed", "company-profile-changed");
    var second = service.published(id, 2).getLast().data();
    assertThat(second.at("/revision").asInt()).isEqualTo(2);
    assertThat(second.at("/card/facets/sme/0").asString()).isEqualTo("yes");
    assertThat(second.toString()).doesNotContain("80000000");
  }

  @Test
  void a_number_that_is_known_leads_to_the_company_that_has_it() {
    ApiClient keyed = jetro.with("Idempotency-Key", UUID.randomUUID().toString());
    String id = keyed.post("/v1/companies", maker("9999900000025")).is(201).text("/id");
    keyed.post("/v1/companies", maker("9999900000025")).is(201);
    Answer known = jica.post("/v1/companies", maker("９９９９９-０００００-０２５"));
    known.isProblem(409, "corporate-number-known");
    assertThat(known.text("/detail")).contains(id);
    assertThat(known.text("/errors/0/pointer")).isEqualTo("/corporateNumber");
    jetro.post("/v1/companies", maker("9999900000026")).isProblem(400, "bad-input");
  }

  @Test
  void what_needs_consent_is_seen_with_it_alone() {
    String id = jetro.post("/v1/companies", sample("sole-proprietor")).is(201).text("/id");
    String path = "/v1/companies/" + id;
    Answer without = jica.get(path).is(200);
    assertThat(without.text()).doesNotContain("花子", "ハナコ").contains("needs-consent");
    assertThat(without.body().has("staff")).isFalse();

    String tag = jetro.get(path).header("etag");
    jetro
        .with("If-Match", tag)
        .put(
            path + "/consent",
            "{\"grants\":[{\"agency\":\"jica\",\"purposes\":[\"see-profile\"]}]}")
        .is(200);
    assertThat(jica.get(path).text("/names/ja")).contains("花子");
    assertThat(jica.get(path).text("/staff")).isEqualTo("2");
    assertThat(service.as("nedo").get(path).text()).doesNotContain("花子");

    jetro.delete(path + "/consent/jica").is(200);
    assertThat(jica.get(path).text()).doesNotContain("花子");
    assertThat(service.publishedTypes(id, 3))
        .containsExactly("company-profile-changed", "consent-changed", "consent-changed");
  }

  @Test
  void every_id_that_a_company_ever_had_leads_to_it() {
    String first = registered(maker("9999900000033"));
    String second = registered(maker("9999900000041"));
    String third = registered(maker("9999900000058"));
    merge(first, second).is(200);
    merge(first, second).is(200);
    merge(second, third).is(200);
    merge(third, first).isProblem(409, "merge-in-a-circle");
    merge(third, third).isProblem(422, "merge-into-itself");
    merge(first, third).isProblem(409, "company-not-in-this-state");
    Answer seen = jica.get("/v1/companies/" + first).is(200);
    assertThat(seen.text("/id")).isEqualTo(third);
    assertThat(seen.text("/mergedFrom")).isEqualTo(first);
    assertThat(seen.header("content-location")).isEqualTo("/v1/companies/" + third);
    var told = service.published(first, 2).getLast().data();
    assertThat(told.at("/into").asString()).isEqualTo(second);
    assertThat(told.at("/card/state").asString()).isEqualTo("merged");
  }

  @Test
  void a_merge_that_is_refused_leaves_no_trace() {
    String mine = registered(maker("9999900000066"));
    String other = jica.post("/v1/companies", maker("9999900000074")).is(201).text("/id");
    merge(other, mine).isProblem(403, "not-your-company");
    merge(mine, other).is(200);
    merge(other, "cmp_00000000000000000000000000").isProblem(404, "no-such-company");
  }

  @Test
  void an_erased_company_is_gone_under_every_id() {
    String kept = registered(maker("9999900000082"));
    String old = jica.post("/v1/companies", maker("9999900000090")).is(201).text("/id");
    jica.post("/v1/companies/" + old + "/merge", "{\"into\":\"" + kept + "\"}").is(200);
    jica.delete("/v1/companies/" + kept).isProblem(403, "not-your-company");
    jetro.delete("/v1/companies/" + kept).is(200);
    jetro.get("/v1/companies/" + kept).isProblem(404, "no-such-company");
    jetro.get("/v1/companies/" + old).isProblem(404, "no-such-company");
    var last = service.published(old, 3).getLast();
    assertThat(last.type()).isEqualTo("company-erased");
    assertThat(last.data().has("card")).isFalse();
  }

  @Test
  void records_of_one_company_are_proposed_to_be_merged() {
    String first = registered(named("9999900000132", "㈱重複商会", "JP-05"));
    String second = registered(named("9999900000140", "株式会社 重複商会", "JP-05"));
    String elsewhere = registered(named("9999900000149", "重複商会", "JP-06"));
    Answer proposed = jica.get("/v1/companies/duplicates?of=" + first).is(200);
    assertThat(proposed.text("/items/0/reason")).isEqualTo("same-name");
    assertThat(proposed.at("/items/0/ids").values().stream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(first, second);
    assertThat(jica.get("/v1/companies/duplicates?of=" + elsewhere).at("/items").size()).isZero();
    merge(first, second).is(200);
    assertThat(jica.get("/v1/companies/duplicates?of=" + second).at("/items").size()).isZero();

    // a number can be given to two records by a change of one
    String third = registered(maker("9999900000157"));
    jetro
        .with("If-Match", jetro.get("/v1/companies/" + third).header("etag"))
        .put("/v1/companies/" + third, named("9999900000140", "別の名前", "JP-07"))
        .is(200);
    assertThat(jica.get("/v1/companies/duplicates?of=" + third).text("/items/0/reason"))
        .isEqualTo("same-corporate-number");
  }

  @Test
  void names_of_sole_proprietors_are_compared_for_their_agency_alone() {
    var one = sample("sole-proprietor");
    ((ObjectNode) one.at("/names")).put("ja", "唯一無二工房");
    String first = registered(one);
    registered(one);
    assertThat(jetro.get("/v1/companies/duplicates?of=" + first).at("/items").size()).isEqualTo(1);
    assertThat(jica.get("/v1/companies/duplicates?of=" + first).at("/items").size()).isZero();
  }

  @Test
  void companies_are_found_by_what_is_on_their_cards() {
    String id =
        registered(
            maker("9999900000099")
                .put("prefecture", "JP-47")
                .set("names", Json.events().readTree("{\"ja\":\"㈱ﾜｲｽﾞ医療\"}")));
    found("name=ワイズ医療", id);
    found("prefecture=JP-47&country=VN&field=endoscopy&sme=yes", id);
    found("corporateNumber=9999900000099", id);
    assertThat(jetro.get("/v1/companies?prefecture=JP-46").is(200).at("/items").size()).isZero();
    jetro.get("/v1/companies?prefecture=JP-99").isProblem(400, "bad-input");
  }

  private void found(String query, String id) {
    Answer page = jetro.get("/v1/companies?" + query).is(200);
    assertThat(page.at("/items").size()).as(page.text()).isEqualTo(1);
    assertThat(page.text("/items/0/id")).isEqualTo(id);
  }

  private Answer merge(String id, String into) {
    return jetro.post("/v1/companies/" + id + "/merge", "{\"into\":\"" + into + "\"}");
  }

  private String registered(Object profile) {
    return jetro.post("/v1/companies", profile).is(201).text("/id");
  }

  private static ObjectNode named(String number, String name, String prefecture) {
    ObjectNode named = maker(number).put("prefecture", prefecture);
    ((ObjectNode) named.at("/names")).put("ja", name);
    return named;
  }

  private static ObjectNode maker(String number) {
    return sample("endoscope-maker").put("corporateNumber", number);
  }

  private static ObjectNode sample(String name) {
    try {
      return (ObjectNode)
          Json.events().readTree(Files.readString(Path.of("src/dev/companies", name + ".json")));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
