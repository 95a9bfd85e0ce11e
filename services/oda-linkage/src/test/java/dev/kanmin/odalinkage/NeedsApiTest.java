package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.need.NeedSamples;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Needs are registered, looked after and found. */
@EachStore
class NeedsApiTest {
  private final RunningService service;
  private final ApiClient jica;

  NeedsApiTest(StoreFixture store) {
    this.service = SharedService.on(store);
    this.jica = service.as("jica");
  }

  @Test
  void a_need_is_registered_revised_verified_and_lapses() {
    Answer created = jica.post("/v1/needs", NeedSamples.json("endoscopy-vietnam")).is(201);
    String path = created.header("Location");
    Answer read = jica.get(path).is(200);
    assertThat(read.text("/state")).isEqualTo("registered");
    assertThat(read.text("/plan/description/vi")).contains("ống nội soi");
    assertThat(read.at("/actions").findValuesAsString("verb"))
        .contains("verify", "lapse")
        .doesNotContain("match", "meet-by-linkage");

    ObjectNode revised = NeedSamples.json("endoscopy-vietnam").put("urgency", "critical");
    jica.put(path, revised).isProblem(428, "version-required");
    jica.with("If-Match", read.header("ETag")).put(path, revised).is(200);
    jica.with("If-Match", read.header("ETag"))
        .put(path, revised.put("urgency", "low"))
        .isProblem(412, "stale-version");
    service.as("jetro").post(path + "/verify", Map.of()).isProblem(403, "not-your-need");
    jica.post(path + "/verify", Map.of()).is(200);
    jica.post(path + "/lapse", Map.of("reason", "other")).isProblem(422, "lapse-remark-required");
    jica.post(path + "/lapse", Map.of("reason", "no-budget")).is(200);
    jica.post(path + "/reopen").is(200);

    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(service.publishedTypes(id, 5))
        .containsExactly(
            "need-registered", "need-revised", "need-verified", "need-lapsed", "need-reopened");
    assertThat(service.published(id, 5))
        .allSatisfy(
            event -> {
              assertThat(event.data().at("/card/kind").asString()).isEqualTo("need");
              assertThat(event.data().toString()).doesNotContain("colorectal", "Survey of five");
            });
  }

  @Test
  void a_list_goes_by_the_day_wanted_and_those_without_come_last() {
    ApiClient mej = service.as("mej");
    for (String day : List.of("2027-06-01", "", "2027-03-01")) {
      ObjectNode need = NeedSamples.json("endoscopy-vietnam").put("country", "MN");
      if (day.isEmpty()) {
        need.remove("wantedBy");
      } else {
        need.put("wantedBy", day);
      }
      mej.post("/v1/needs", need).is(201);
    }
    Answer first = mej.get("/v1/needs?country=MN&field=endoscopy&owner=mej&limit=2").is(200);
    assertThat(days(first)).containsExactly("2027-03-01", "2027-06-01");
    Answer second =
        mej.get(
            "/v1/needs?country=MN&field=endoscopy&owner=mej&limit=2&cursor=" + first.text("/next"));
    assertThat(days(second.is(200))).containsExactly("");
    assertThat(mej.get("/v1/needs?country=MN&wantedBefore=2027-03-02").is(200).at("/items"))
        .hasSize(1);
    mej.get("/v1/needs?state=lost").isProblem(400, "bad-input");
  }

  private static List<String> days(Answer list) {
    return list.at("/items").valueStream().map(it -> it.path("wantedBy").asString("")).toList();
  }
}
