package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Bad input of every kind is a problem that names the fault, and nothing is half done. */
class BadInputTest {
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = MissionService.on(Stores.preferred());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<Arguments> faultyPlans() {
    return Stream.of(
        faulty("/kind", 400, json -> json.remove("kind")),
        faulty("/kind", 422, json -> json.put("kind", "pilgrimage")),
        faulty("/title", 400, json -> json.putNull("title")),
        faulty("/title", 400, json -> json.put("title", "only a text")),
        faulty("/fields/0", 400, json -> json.putArray("fields").add("astrology")),
        faulty("/fields", 400, json -> json.put("fields", "endoscopy")),
        faulty("/stops/0/country", 400, json -> stop(json).put("country", "XX")),
        faulty("/stops/0/from", 400, json -> stop(json).put("from", "2027-02-30")),
        faulty("/stops/0/to", 422, json -> stop(json).put("to", "2027-02-01")),
        faulty("/stops/0/zone", 400, json -> stop(json).put("zone", "Asia/Atlantis")),
        faulty("/stops/0/zone", 400, json -> stop(json).put("zone", "+07:00")),
        faulty("/stops/0/from", 400, json -> stop(json).put("from", "2027-02-07T15:00:00.000Z")),
        faulty("/stops/0/from", 400, json -> stop(json).putArray("from").add(2027).add(2).add(8)),
        faulty("/stops/0/to", 400, json -> stop(json).put("to", "+58933-01-01")),
        faulty("/deadline/at", 400, json -> deadline(json).put("at", 1797408000)),
        faulty("/deadline/at", 400, json -> deadline(json).put("at", "2026-12-18")),
        faulty("/deadline/zone", 400, json -> deadline(json).put("zone", "Z")),
        faulty("/title/ja", 400, json -> json.putObject("title").put("ja", "内視鏡\u0000ミッション")),
        faulty("/stops/0/city", 400, json -> stop(json).put("city", "Hà\u001b Nội")),
        faulty("/capacity", 400, json -> json.put("capacity", "20")),
        faulty("/capacity", 400, json -> json.put("capacity", 2.5)),
        faulty("/capacity", 422, json -> json.put("capacity", 0)),
        faulty("/supporters/0", 400, json -> json.putArray("supporters").add("Not A Code")),
        faulty("/supporters/0", 422, json -> json.putArray("supporters").add("nobody")),
        faulty("/deadline/at", 400, json -> json.putObject("deadline").put("zone", "Asia/Tokyo")),
        faulty(
            "/fee/amount",
            400,
            json -> json.putObject("fee").put("amount", "1e3").put("currency", "JPY")),
        faulty(
            "/fee/amount",
            400,
            json -> json.putObject("fee").put("amount", 3000).put("currency", "JPY")),
        faulty(
            "/fee/amount",
            422,
            json -> json.putObject("fee").put("amount", "0.5").put("currency", "JPY")),
        faulty("/organiser", 400, json -> json.put("organiser", "meti")),
        faulty("/state", 400, json -> json.put("state", "announced")),
        faulty("/booths", 422, json -> json.put("booths", 3)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faultyPlans")
  void a_faulty_plan_is_refused_at_its_fault(String pointer, int status, ObjectNode plan) {
    Answer answer = service.as("jetro").post("/v1/missions", plan).is(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/detail")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"kind\":\"seminar\",\"kind\":\"seminar\"}"})
  void what_is_no_plan_at_all_is_refused(String body) {
    service.as("jetro").post("/v1/missions", body).isProblem(400, "bad-input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country=Vietnam",
        "country=VN&country=TH",
        "field=astrology",
        "kind=pilgrimage",
        "state=lost",
        "agency=J%20ETRO",
        "from=tomorrow",
        "to=2027-02-30",
        "to=2027-02-12%2B09:00",
        "from=-999999999-01-01",
        "from=%2B58933-01-01",
        "limit=0",
        "limit=201",
        "cursor=nonsense",
        "offset=3"
      })
  void a_query_that_is_not_understood_is_refused_by_its_parameter(String query) {
    Answer answer = service.as("jetro").get("/v1/missions?" + query).isProblem(400, "bad-input");
    assertThat(answer.text("/errors/0/parameter"))
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @Test
  void ids_that_cannot_be_are_unknown() {
    ApiClient jetro = service.as("jetro");
    for (String id :
        new String[] {"msn_1", "msn_ILOU", "act_00000000000000000000000000", "%7B%24ne%3A1%7D"}) {
      jetro.get("/v1/missions/" + id).isProblem(404, "no-such-mission");
      jetro.post("/v1/missions/" + id + "/announce").isProblem(404, "no-such-mission");
    }
    for (String query : new String[] {"?company=1234567890123", "?company=", ""}) {
      Answer refused = jetro.get("/v1/applications" + query).isProblem(400, "bad-input");
      assertThat(refused.text("/errors/0/parameter")).isEqualTo("company");
    }
  }

  @Test
  void an_application_needs_a_valid_corporate_number() {
    ApiClient jetro = service.as("jetro");
    String mission = jetro.post("/v1/missions", DevMissions.outward(3)).header("location");
    for (String company : new String[] {"7000012050001", "70000120500", "abc"}) {
      Answer answer =
          jetro
              .post(mission + "/applications", Map.of("company", company))
              .isProblem(400, "bad-input");
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/company");
    }
  }

  @Test
  void without_token_or_right_nothing_is_read_or_written() {
    ApiClient.withToken(service.url(), "no.token.atall").get("/v1/missions").is(401);
    service.as("jetro", "missions:read").post("/v1/missions", DevMissions.outward(1)).is(403);
    service.as("jetro", "missions:write").get("/v1/missions").is(403);
    service.as("jetro", "activities:read").get("/v1/missions").is(403);
  }

  @Test
  void a_request_refused_before_its_body_is_read_does_not_hurt_the_next_on_its_connection() {
    ApiClient jetro = service.as("jetro");
    String mission = jetro.post("/v1/missions", DevMissions.outward(3)).header("location");
    for (int i = 0; i < 100; i++) {
      jetro.put(mission, DevMissions.outward(3)).isProblem(428, "version-required");
      jetro.with("If-Match", "*").put(mission, DevMissions.outward(3 + i)).is(200);
    }
  }

  @Test
  void a_huge_body_is_refused() {
    String huge = "{\"kind\":\"" + "x".repeat(2_000_000) + "\"}";
    assertThat(service.as("jetro").post("/v1/missions", huge).status()).isBetween(400, 499);
  }

  private static Arguments faulty(String pointer, int status, Consumer<ObjectNode> change) {
    ObjectNode plan = DevMissions.outward(20);
    change.accept(plan);
    return arguments(pointer, status, plan);
  }

  private static ObjectNode stop(ObjectNode plan) {
    return (ObjectNode) plan.at("/stops/0");
  }

  private static ObjectNode deadline(ObjectNode plan) {
    return (ObjectNode) plan.at("/deadline");
  }
}
