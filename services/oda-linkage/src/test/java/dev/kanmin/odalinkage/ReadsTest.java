package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.activity.ActivityStorage;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists, single activities and exports. */
@EachStore
class ReadsTest {
  private final RunningService service;
  private final ApiClient jica;
  private final String publisher;

  ReadsTest(StoreFixture store) {
    this.service = SharedService.on(store);
    this.jica = service.as("jica");
    this.publisher = "XM-SAMPLE-READS-" + store.toString().toUpperCase(Locale.ROOT);
  }

  @BeforeEach
  void someActivities() {
    Imports.by(
            jica,
            Files203.file(
                Files203.activity(publisher, publisher + "-1", "Endoscopy"),
                Files203.activity(publisher, publisher + "-2", "Dialysis")
                    .replace("code=\"VN\"", "code=\"TH\""),
                Files203.activity(publisher, publisher + "-3", "Endoscopy &amp; telemedicine"),
                Files203.activity(publisher, publisher + "-4", "Nothing in particular")))
        .is(200);
  }

  @Test
  void lists_are_narrowed_by_every_filter() {
    assertThat(identifiers("")).containsExactly("-1", "-2", "-3", "-4");
    assertThat(identifiers("&country=TH")).containsExactly("-2");
    assertThat(identifiers("&field=endoscopy")).containsExactly("-1", "-3");
    assertThat(identifiers("&field=unclassified")).containsExactly("-4");
    assertThat(identifiers("&status=implementation&owner=jica&country=VN"))
        .containsExactly("-1", "-3", "-4");
    assertThat(identifiers("&status=closed")).isEmpty();
    assertThat(identifiers("&scheme=grant-aid")).isEmpty();
    assertThat(identifiers("&iatiIdentifier=" + publisher + "-2")).containsExactly("-2");
    assertThat(identifiers("&changedSince=2026-01-01T00:00:00Z")).hasSize(4);
    assertThat(identifiers("&changedSince=2999-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void activities_whose_report_has_no_known_status_are_found_as_not_reported() {
    String other = publisher + "-ODD";
    String odd =
        Files203.activity(other, other + "-1", "Endoscopy")
            .replace("<activity-status code=\"2\"/>", "<activity-status code=\"9\"/>");
    String list = "/v1/activities?reportingOrganisation=" + other + "&status=";

    Imports.by(jica, Files203.file(odd)).is(200);
    assertThat(jica.get(list + "not-reported").text("/items/0/activity/iatiIdentifier"))
        .isEqualTo(other + "-1");

    Imports.by(jica, Files203.file(odd.replace("code=\"9\"", "code=\"4\""))).is(200);
    assertThat(jica.get(list + "not-reported").at("/items")).isEmpty();
    assertThat(jica.get(list + "closed").at("/items")).hasSize(1);
  }

  @Test
  void a_list_by_field_says_how_many_have_none() {
    Answer list = jica.get(list("&field=endoscopy")).is(200);
    assertThat(list.text("/leftOut/0/reason")).isEqualTo("unclassified");
    assertThat(list.at("/leftOut/0/count").asInt()).isEqualTo(1);
  }

  @Test
  void pages_continue_where_the_last_one_ended() {
    List<String> all = new ArrayList<>();
    String next = list("&limit=3");
    int pages = 0;
    while (!next.isEmpty()) {
      Answer page = jica.get(next).is(200);
      page.at("/items").forEach(item -> all.add(item.at("/activity/iatiIdentifier").asString()));
      String link = page.headers().firstValue("Link").orElse("");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
      pages++;
    }
    assertThat(pages).isEqualTo(2);
    assertThat(all).hasSize(4).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void bad_parameters_are_named() {
    Answer answer =
        jica.get("/v1/activities?country=ZZ&field=nonsense&changedSince=yesterday")
            .isProblem(400, "bad-input");
    assertThat(answer.at("/errors").findValuesAsString("parameter"))
        .containsExactlyInAnyOrder("country", "field", "changedSince");
    jica.get("/v1/activities?colour=red").isProblem(400, "bad-input");
    jica.get("/v1/activities?limit=1000000000").isProblem(400, "bad-input");
    jica.get("/v1/activities?cursor=nonsense").isProblem(400, "bad-input");
    jica.get("/v1/activities?owner[$ne]=x".replace("[", "%5B").replace("]", "%5D"))
        .isProblem(400, "bad-input");
    jica.get("/v1/activities/act_00000000000000000000000000").isProblem(404, "unknown-activity");
    jica.get("/v1/activities/import").is(404);
  }

  @Test
  void an_export_imports_back_unchanged() {
    Answer export = jica.get("/v1/activities/export?reportingOrganisation=" + publisher).is(200);
    assertThat(export.header("Content-Type")).startsWith("application/xml");
    assertThat(export.header("Kanmin-Count")).isEqualTo("4");

    Answer again = Imports.by(jica, export.text()).is(200);
    assertThat(again.at("/unchanged").asInt()).isEqualTo(4);
    assertThat(again.at("/accepted").asInt()).isZero();
    assertThat(again.at("/faults").findValuesAsString("severity")).doesNotContain("error");
  }

  @Test
  void an_export_says_what_it_leaves_out_and_none_is_no_file() {
    Answer export =
        jica.get("/v1/activities/export?field=endoscopy&reportingOrganisation=" + publisher)
            .is(200);
    assertThat(export.header("Kanmin-Left-Out")).isEqualTo("unclassified=1");
    jica.get("/v1/activities/export?iatiIdentifier=nobody").isProblem(404, "nothing-to-export");
  }

  @Test
  void one_activity_is_json_or_xml_as_asked_for() {
    String path = "/v1/activities/" + ActivityStorage.idOf(publisher + "-1");
    assertThat(jica.with("Accept", "*/*").get(path).is(200).header("Content-Type"))
        .startsWith("application/json");
    Answer xml = jica.with("Accept", "application/xml").get(path).is(200);
    assertThat(xml.text()).contains("<iati-activities version=\"2.03\"", publisher + "-1");
    assertThat(Imports.by(jica, xml.text()).is(200).at("/unchanged").asInt()).isEqualTo(1);
    jica.with("Accept", "image/png").get(path).is(406);
  }

  @Test
  void reading_needs_the_scope() {
    service.as("jica", "missions:read").get("/v1/activities").is(403);
  }

  private String list(String filters) {
    return "/v1/activities?reportingOrganisation=" + publisher + filters;
  }

  private List<String> identifiers(String filters) {
    List<String> found = new ArrayList<>();
    for (JsonNode item : jica.get(list(filters)).is(200).at("/items")) {
      found.add(item.at("/activity/iatiIdentifier").asString().substring(publisher.length()));
    }
    return found;
  }
}
