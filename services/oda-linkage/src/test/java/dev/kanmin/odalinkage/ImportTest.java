package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.activity.ActivityStorage;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files come in over HTTP, and events go out on the topic. */
@EachStore
class ImportTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final StoreFixture store;
  private final RunningService service;

  ImportTest(StoreFixture store) {
    this.store = store;
    this.service = SharedService.on(store);
  }

  @Test
  void a_good_file_is_taken_whole_and_every_activity_published() {
    Answer answer = importAs("jica", Files203.sample("tour.xml", mark("A")));

    assertThat(answer.at("/accepted").asInt()).isEqualTo(12);
    assertThat(answer.at("/rejected").asInt()).isZero();
    assertThat(answer.at("/events").asInt()).isEqualTo(12);
    assertThat(answer.at("/complete").asBoolean()).isTrue();
    assertThat(answer.text("/version")).isEqualTo("2.03");
    assertThat(answer.header("Kanmin-Event").split(", ")).hasSize(12);
    JsonNode first = answer.at("/activities/0");
    List<ConsumerRecord<String, byte[]>> records = records(first.get("id").asString(), 1);
    assertThat(new String(records.getFirst().value(), StandardCharsets.UTF_8))
        .contains("\"country\":\"VN\"", "\"field\":\"endoscopy\"")
        .contains("\"card\":{\"v\":1,\"kind\":\"activity\"")
        .contains("\"last\":{\"event\":\"activity-imported\"")
        .doesNotContain("ハノイ");
  }

  @Test
  void the_same_file_again_changes_and_publishes_nothing() {
    String file = Files203.sample("tour.xml", mark("B"));
    String id = importAs("jica", file).at("/activities/0/id").asString();
    records(id, 1);

    Answer again = importAs("jica", file);

    assertThat(again.at("/accepted").asInt()).isZero();
    assertThat(again.at("/unchanged").asInt()).isEqualTo(12);
    assertThat(again.at("/events").asInt()).isZero();
    assertThat(again.headers().firstValue("Kanmin-Event")).isEmpty();
    // what is imported after it is published, so whatever the repetition had sent would be there
    String later = newest(file.replace("内視鏡診断・治療", "内視鏡診断"), "jica");
    assertThat(later).isEqualTo(id);
    assertThat(records(id, 2)).hasSize(2);
  }

  @Test
  void the_good_activities_of_a_faulty_file_are_taken_and_the_bad_ones_told_by_line() {
    Answer answer = importAs("jica", Files203.sample("faulty.xml", mark("C")));

    assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
    assertThat(answer.at("/rejected").asInt()).isEqualTo(5);
    List<String> codes = new ArrayList<>();
    for (JsonNode fault : answer.at("/faults")) {
      if (fault.get("severity").asString().equals("error")) {
        codes.add(fault.get("code").asString());
        assertThat(fault.get("line").asInt()).isPositive();
        assertThat(fault.get("path").asString()).startsWith("/iati-activities/iati-activity[");
        assertThat(fault.get("detail").asString()).isNotBlank();
      }
    }
    assertThat(codes)
        .contains("element-order", "bad-type", "missing-element", "duplicate-identifier");
  }

  @Test
  void another_agency_cannot_import_what_is_ours_and_reads_why() {
    Answer answer = importAs("jetro", Files203.sample("tour.xml", mark("D")));
    assertThat(answer.at("/accepted").asInt()).isZero();
    assertThat(answer.at("/rejected").asInt()).isEqualTo(12);
    assertThat(answer.text("/faults/0/code")).isEqualTo("owned-by-other");
    assertThat(answer.text("/faults/0/detail")).contains("jica");
  }

  @Test
  void another_publishers_file_belongs_to_its_first_importer() {
    String file = Files203.sample("other-publisher.xml", mark("E"));
    assertThat(importAs("jetro", file).at("/accepted").asInt()).isEqualTo(1);
    Answer second = importAs("jica", file.replace("District", "district"));
    assertThat(second.at("/rejected").asInt()).isEqualTo(1);
    assertThat(second.text("/faults/0/code")).isEqualTo("owned-by-other");
  }

  @Test
  void what_officers_decided_survives_a_newer_file() {
    String file = Files203.sample("tour.xml", mark("F"));
    String id = importAs("jica", file).at("/activities/0/id").asString();
    ApiClient jica = service.as("jica");
    String path = "/v1/activities/" + id;
    jica.post(path + "/set-scheme", "{\"scheme\": \"grant-aid\"}").is(200);
    jica.post(
            path + "/advance",
            "{\"step\": \"tender\", \"date\": \"2026-10-01\", \"evidence\": \"No. 12\"}")
        .is(200);
    jica.post(
            path + "/override-fields",
            "{\"fields\": [\"telemedicine\"], \"reason\": \"wrong-field\"}")
        .is(200);

    assertThat(newest(file.replace("省病院", "地方病院"), "jica")).isEqualTo(id);

    Answer now = jica.get(path).is(200);
    assertThat(now.text("/activity/title/ja")).contains("地方病院");
    assertThat(now.text("/activity/step")).isEqualTo("tender");
    assertThat(now.text("/activity/fields/0/field")).isEqualTo("telemedicine");
    assertThat(now.at("/steps").findValuesAsString("evidence")).contains("No. 12");
  }

  @Test
  void what_a_newer_file_lacks_is_listed_and_kept() {
    String publisher = "XM-SAMPLE-" + mark("G");
    String one = Files203.activity(publisher, publisher + "-1", "One");
    String two = Files203.activity(publisher, publisher + "-2", "Two");
    importAs("jetro", Files203.file(one, two));

    Answer newer = importAs("jetro", Files203.file(one));

    assertThat(newer.at("/missing")).hasSize(1);
    assertThat(newer.text("/missing/0/iatiIdentifier")).isEqualTo(publisher + "-2");
    service.as("jetro").get("/v1/activities/" + ActivityStorage.idOf(publisher + "-2")).is(200);
  }

  @Test
  void what_stood_before_a_truncation_stands() {
    String publisher = "XM-SAMPLE-" + mark("H");
    String file =
        Files203.file(
            Files203.activity(publisher, publisher + "-1", "One"),
            Files203.activity(publisher, publisher + "-2", "Two"));
    Answer answer = importAs("jetro", file.substring(0, file.length() - 200));

    assertThat(answer.at("/accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/complete").asBoolean()).isFalse();
    assertThat(answer.text("/faults/0/code")).isEqualTo("truncated");
    assertThat(answer.at("/missing")).isEmpty();
  }

  @Test
  void many_activities_are_taken_at_once_and_each_is_published_once() {
    String publisher = "XM-SAMPLE-" + mark("I");
    List<String> activities =
        IntStream.range(0, 300)
            .mapToObj(i -> Files203.activity(publisher, publisher + "-" + i, "Number " + i))
            .toList();
    Answer answer = importAs("jetro", Files203.file(activities));
    assertThat(answer.at("/accepted").asInt()).isEqualTo(300);
    Set<String> ids = Set.copyOf(answer.at("/activities").findValuesAsString("id"));
    assertThat(ids).hasSize(300);
    Await.untilAsserted(
        SOON,
        () ->
            assertThat(
                    service.kafka().records(SharedService.TOPIC).stream()
                        .filter(record -> ids.contains(record.key())))
                .hasSize(300));
  }

  @Test
  void an_older_file_changes_nothing_and_is_told() {
    String publisher = "XM-SAMPLE-" + mark("K");
    String newer =
        Files203.activity(publisher, publisher + "-1", "Newer")
            .replace(
                "<iati-activity ", "<iati-activity last-updated-datetime='2026-03-02T00:00:00Z' ");
    String id = importAs("jetro", Files203.file(newer)).text("/activities/0/id");

    Answer stamped = importAs("jetro", Files203.file(newer.replace("03-02T", "03-03T")));
    Answer older =
        importAs(
            "jetro", Files203.file(newer.replace("Newer", "Older").replace("03-02T", "03-01T")));

    assertThat(stamped.at("/unchanged").asInt()).isEqualTo(1);
    assertThat(stamped.at("/events").asInt()).isZero();
    assertThat(older.at("/rejected").asInt()).isEqualTo(1);
    assertThat(older.text("/faults/0/code")).isEqualTo("older-report");
    assertThat(older.text("/faults/0/severity")).isEqualTo("error");
    assertThat(older.text("/rejectedActivities/0/iatiIdentifier")).isEqualTo(publisher + "-1");
    assertThat(service.as("jetro").get("/v1/activities/" + id).text("/activity/title/en"))
        .isEqualTo("Newer");
  }

  @Test
  void rejected_activities_are_named_first_even_after_many_warnings() {
    String publisher = "XM-SAMPLE-" + mark("L");
    List<String> activities = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      activities.add(
          Files203.activity(publisher, publisher + "-" + i, "Warnings")
              .replace(
                  "</iati-activity>",
                  "<related-activity ref=' x' type='9'/>".repeat(20) + "</iati-activity>"));
    }
    activities.add(
        Files203.activity(publisher, publisher + "-BAD", "Bad").replace("code=\"2\"", ""));
    Answer answer = importAs("jetro", Files203.file(activities));

    assertThat(answer.at("/accepted").asInt()).isEqualTo(30);
    assertThat(answer.text("/faults/0/severity")).isEqualTo("error");
    assertThat(answer.text("/faults/0/iatiIdentifier")).isEqualTo(publisher + "-BAD");
    assertThat(answer.at("/faults")).hasSize(500);
    assertThat(answer.at("/faultsLeftOut").asInt()).isEqualTo(30 * 40 + 1 - 500);
    assertThat(answer.at("/rejectedActivities")).hasSize(1);
    assertThat(answer.text("/rejectedActivities/0/code")).isEqualTo("missing-attribute");
  }

  @Test
  void a_file_without_activities_is_refused_at_the_line_of_its_root() {
    Answer answer =
        Imports.by(service.as("jetro"), "<!-- first -->\n<iati-activities version='2.03'/>")
            .isProblem(422, "unreadable-file");
    assertThat(answer.at("/errors/0/line").asInt()).isEqualTo(2);
    assertThat(answer.text("/errors/0/code")).isEqualTo("missing-element");
  }

  @Test
  void one_bad_character_does_not_make_the_export_unreadable() {
    String publisher = "XM-SAMPLE-" + mark("M");
    Answer answer =
        importAs(
            "jetro",
            Files203.file(
                Files203.activity(publisher, publisher + "-1", "a\uFFFEb"),
                Files203.activity(publisher, publisher + "-2", "Good")));
    assertThat(answer.at("/rejected").asInt()).isEqualTo(1);
    assertThat(answer.at("/accepted").asInt()).isEqualTo(1);
    Answer export =
        service.as("jetro").get("/v1/activities/export?reportingOrganisation=" + publisher).is(200);
    assertThat(importAs("jetro", export.text()).at("/unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void identifiers_of_another_agency_are_refused_whoever_reports() {
    Answer answer =
        importAs(
            "mofa",
            Files203.file(
                Files203.activity("XM-DAC-701-2", "XM-DAC-701-8-" + mark("N"), "Occupied")));
    assertThat(answer.at("/rejected").asInt()).isEqualTo(1);
    assertThat(answer.text("/faults/0/code")).isEqualTo("owned-by-other");
  }

  @Test
  void an_activity_too_large_to_keep_is_a_fault_of_its_line() {
    String publisher = "XM-SAMPLE-" + mark("J");
    String huge =
        Files203.activity(publisher, publisher + "-HUGE", "Huge")
            .replace("[Sample] An activity.", "長".repeat(490_000))
            .replace(
                "<participating-org",
                ("<description><narrative>" + "長".repeat(490_000) + "</narrative></description>")
                        .repeat(9)
                    + "<participating-org");
    Answer answer =
        importAs(
            "jetro",
            Files203.file(huge, Files203.activity(publisher, publisher + "-SMALL", "Small")));
    assertThat(answer.at("/accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected").asInt()).isEqualTo(1);
    assertThat(answer.text("/faults/0/code")).isEqualTo("too-large");
    assertThat(answer.at("/faults/0/line").asInt()).isPositive();
  }

  private Answer importAs(String agency, String file) {
    return Imports.by(service.as(agency), file).is(200);
  }

  /** Imports a file of which one activity is new, and tells which. */
  private String newest(String file, String agency) {
    Answer answer = importAs(agency, file);
    for (JsonNode activity : answer.at("/activities")) {
      if (activity.get("result").asString().equals("changed")) {
        return activity.get("id").asString();
      }
    }
    throw new AssertionError("nothing changed: " + answer.text());
  }

  private List<ConsumerRecord<String, byte[]>> records(String id, int atLeast) {
    return service.kafka().awaitRecords(SharedService.TOPIC, id, atLeast, SOON);
  }

  /** The tests of both stores share one broker, whose topic they must not mix up. */
  private String mark(String test) {
    return test + Integer.toHexString(store.toString().hashCode()).toUpperCase(Locale.ROOT);
  }
}
