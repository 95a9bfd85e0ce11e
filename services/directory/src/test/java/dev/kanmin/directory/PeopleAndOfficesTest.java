package dev.kanmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Contact persons, offices and counterparts over real HTTP, Kafka and a store. */
class PeopleAndOfficesTest {
  private final RunningService service = RunningDirectory.SERVICE;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient jica = service.as("jica");

  @Test
  void a_contact_is_seen_by_the_agency_that_wrote_it_down_and_others_see_the_role() {
    String hospital = counterpart();
    ApiClient keyed = jetro.with("Idempotency-Key", UUID.randomUUID().toString());
    Answer made = keyed.post("/v1/contacts", person(hospital)).is(201);
    String path = made.header("location");
    assertThat(keyed.post("/v1/contacts", person(hospital)).is(201).header("location"))
        .isEqualTo(path);
    jica.get(path).isProblem(404, "no-such-contact");
    assertThat(jica.get("/v1/contacts?about=" + hospital).is(200).at("/items").size()).isZero();
    Answer roles = jica.get("/v1/directory/contact-roles?about=" + hospital).is(200);
    assertThat(roles.text("/items/0/role")).isEqualTo("procurement");
    assertThat(roles.text("/items/0/agency")).isEqualTo("jetro");
    assertThat(roles.text()).doesNotContain("Ola");

    jetro.put(path, person(hospital)).isProblem(428, "version-required");
    jetro
        .with("If-Match", made.header("etag"))
        .put(path, person(hospital).put("phone", "+84 24 1234 5678"))
        .is(200);
    jetro
        .with("If-Match", made.header("etag"))
        .put(path, person(hospital))
        .isProblem(412, "stale-version");
    assertThat(jetro.get(path).text("/phone")).isEqualTo("+84 24 1234 5678");

    jica.delete(path).isProblem(404, "no-such-contact");
    jetro.delete(path).is(204);
    jetro.get(path).isProblem(404, "no-such-contact");
    keyed.post("/v1/contacts", person(hospital)).isProblem(422, "idempotency-key-reused");
  }

  @Test
  void a_contact_belongs_to_somebody_known() {
    jetro
        .post("/v1/contacts", person("cpt_00000000000000000000000000"))
        .isProblem(422, "subject-unknown");
    jetro.post("/v1/contacts", person("x")).isProblem(422, "subject-unknown");
    Answer refused =
        jetro
            .post("/v1/contacts", person(counterpart()).put("email", "Ola Example"))
            .isProblem(422, "ill-formed-address");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/email");
    assertThat(refused.text()).doesNotContain("Ola");
  }

  @Test
  void contacts_of_a_merged_counterpart_are_found_under_the_one_that_goes_on() {
    String old = counterpart();
    String kept = counterpart();
    jetro.post("/v1/contacts", person(old)).is(201);
    jetro.post("/v1/counterparts/" + old + "/merge", Map.of("into", kept)).is(200);
    assertThat(jetro.get("/v1/counterparts/" + old).is(200).text("/id")).isEqualTo(kept);
    for (String id : new String[] {old, kept}) {
      assertThat(jetro.get("/v1/contacts?about=" + id).is(200).at("/items").size()).isEqualTo(1);
    }
  }

  @Test
  void merges_that_would_make_a_circle_never_both_succeed() {
    for (int round = 0; round < 8; round++) {
      List<String> ring = List.of(counterpart(), counterpart(), counterpart());
      List<CompletableFuture<Integer>> asked = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        String from = ring.get(i);
        String into = ring.get((i + 1) % 3);
        asked.add(
            CompletableFuture.supplyAsync(
                () ->
                    jetro
                        .post("/v1/counterparts/" + from + "/merge", Map.of("into", into))
                        .status()));
      }
      assertThat(asked.stream().map(CompletableFuture::join).filter(it -> it == 200).count())
          .isLessThan(3);
      for (String id : ring) {
        assertThat(jetro.get("/v1/counterparts/" + id).is(200).text("/state")).isEqualTo("active");
      }
    }
  }

  @Test
  void one_command_hands_over_all_that_an_office_looks_after() {
    String hanoi = office("sample-hanoi");
    String hue = office("sample-hue");
    jetro.post("/v1/offices", officeBody("sample-hue")).isProblem(409, "office-known");
    String hospital = counterpart();
    jetro.post("/v1/offices/" + hanoi + "/close").isProblem(409, "office-has-open-work");
    jetro
        .post("/v1/offices/" + hanoi + "/hand-over", Map.of("to", hanoi))
        .isProblem(422, "other-office-needed");
    jica.post("/v1/offices/" + hanoi + "/hand-over", Map.of("to", hue))
        .isProblem(422, "other-office-needed");
    jetro.post("/v1/offices/" + hanoi + "/hand-over", Map.of("to", hue)).is(200);
    Await.until(
        "the counterpart has gone with the office",
        Duration.ofSeconds(20),
        () -> jetro.get("/v1/counterparts/" + hospital).text("/office/code").equals("sample-hue"));
    var told = service.published(hospital, 2).getLast();
    assertThat(told.type()).isEqualTo("counterpart-handed-over");
    assertThat(told.headers().get("ce_causationid")).contains(hanoi);
    Await.until(
        "the office is left with nothing",
        Duration.ofSeconds(20),
        () -> jetro.post("/v1/offices/" + hanoi + "/close").status() == 200);
    assertThat(jica.get("/v1/offices?agency=jetro&state=closed").is(200).text("/items/0/code"))
        .isEqualTo("sample-hanoi");
  }

  private String office(String code) {
    return jetro.post("/v1/offices", officeBody(code)).is(201).text("/id");
  }

  private static Map<String, Object> officeBody(String code) {
    return Map.of("code", code, "name", Map.of("ja", code, "en", code));
  }

  private String counterpart() {
    return jetro.post("/v1/counterparts", hospital()).is(201).text("/id");
  }

  private static ObjectNode hospital() {
    try {
      return (ObjectNode)
          Json.events().readTree(Files.readString(Path.of("src/dev/counterparts/hospital.json")));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static ObjectNode person(String about) {
    return ((ObjectNode) Json.events().createObjectNode())
        .put("about", about)
        .put("role", "procurement")
        .put("name", "Ola Example")
        .put("email", "ola@example.org");
  }
}
