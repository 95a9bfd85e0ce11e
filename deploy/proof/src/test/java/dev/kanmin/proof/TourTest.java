package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The README's tour, and what a reader of it expects to hold. */
@ExtendWith(SharedSystem.class)
@Order(10)
final class TourTest {
  private static final String CELL = "/v1/cells/VN/endoscopy";
  private static final String ACTIVITY = "XM-DAC-701-8-SAMPLE-VN-001";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final LocalSystem system;
  private final Api api;

  TourTest(LocalSystem system) {
    this.system = system;
    this.api = system.api();
  }

  @Test
  void an_imported_activity_and_an_announced_mission_stand_in_one_cell() {
    var report = importAs("jica", Samples.iati("tour.xml"));
    assertThat(report.required("rejected").asInt()).isZero();
    var announced = announce();

    var cell = api.send("jetro", Request.get(CELL).after(announced.event())).expect(200);

    assertThat(cell.header("Kanmin-Behind")).isEmpty();
    assertThat(cell.json().required("asOf").required("time").asString()).startsWith("20");
    var mission = announced.json().required("id").asString();
    assertThat(Cells.card(cell.json(), mission).isObject()).isTrue();
    assertThat(Cells.cards(cell.json()))
        .anyMatch(card -> card.path("links").toString().contains(ACTIVITY));
  }

  @Test
  void a_mission_shows_the_activities_of_its_cells() {
    importAs("jica", Samples.iati("tour.xml"));
    var mission = announce().json().required("id").asString();

    // a copy in another service: it follows, it is not waited for
    Await.untilAsserted(
        SOON,
        () ->
            assertThat(
                    api.send("jetro", Request.get("/v1/missions/" + mission))
                        .expect(200)
                        .json()
                        .required("activities")
                        .required("items"))
                .anyMatch(item -> item.path("iatiIdentifier").asString("").equals(ACTIVITY)));
  }

  @Test
  void importing_the_same_file_again_changes_nothing_and_publishes_nothing() {
    var first = importAs("jica", Samples.iati("tour.xml"));
    awaitInFeed(announce().event());
    var before = activityEvents();

    var second = importAs("jica", Samples.iati("tour.xml"));

    var all = first.required("accepted").asInt() + first.required("unchanged").asInt();
    assertThat(second.required("unchanged").asInt()).isEqualTo(all);
    assertThat(second.required("accepted").asInt()).isZero();
    assertThat(second.required("events").asInt()).isZero();
    // what is published later is there, so anything that was published before it would be too
    awaitInFeed(announce().event());
    assertThat(activityEvents()).isEqualTo(before);
  }

  @Test
  void what_is_exported_imports_back_unchanged() {
    importAs("jica", Samples.iati("tour.xml"));
    var exported = api.send("jica", Request.get("/v1/activities/export?owner=jica")).expect(200);
    var count = Integer.parseInt(exported.header("Kanmin-Count"));

    var report = importAs("jica", exported.text());

    assertThat(count).isPositive();
    assertThat(report.required("unchanged").asInt()).isEqualTo(count);
    assertThat(report.required("accepted").asInt()).isZero();
    assertThat(report.required("faults")).isEmpty();
  }

  @Test
  void each_fault_of_a_file_is_told_by_its_line() {
    var file = Samples.iati("faulty.xml");

    var report = importAs("jica", file);

    var faults = report.required("faults");
    var lines =
        StreamSupport.stream(faults.spliterator(), false)
            .map(fault -> fault.required("line").asInt())
            .collect(Collectors.toSet());
    // an element after those it must precede; a date and an amount in words of their own
    var afterSector = Samples.linesWith(file, "code=\"12230\"").getFirst() + 1;
    assertThat(lines).contains(afterSector);
    assertThat(lines).containsAll(Samples.linesWith(file, "20 October 2025"));
    assertThat(lines).containsAll(Samples.linesWith(file, ">2,400,000.00<"));
    assertThat(faults).allMatch(fault -> !fault.required("path").asString().isEmpty());
    assertThat(faults).allMatch(fault -> !fault.required("code").asString().isEmpty());
    assertThat(faults).allMatch(fault -> fault.required("detail").asString().length() > 10);
    assertThat(report.required("complete").asBoolean()).isTrue();
    assertThat(report.required("rejected").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(report.required("accepted").asInt() + report.required("unchanged").asInt())
        .as("the good activities of the file")
        .isEqualTo(2);
  }

  @Test
  void pages_and_stream_of_the_feed_tell_what_is_in_it() {
    importAs("jica", Samples.iati("tour.xml"));
    try (var stream = api.stream("analyst", "/v1/feed/stream?after=-1")) {
      var last = announce().event();
      awaitInFeed(last);
      var paged = paged();

      assertThat(paged).containsExactlyElementsOf(inFeed());
      Await.until("the stream to tell " + last, SOON, () -> told(stream).contains(last));
      assertThat(told(stream)).containsExactlyElementsOf(paged);
    }
  }

  private Answer announce() {
    var draft =
        api.send(
                "jetro",
                Request.post("/v1/missions").json(Samples.mission("outward-endoscopy.json")))
            .expect(201);
    var id = draft.json().required("id").asString();
    return api.send("jetro", MissionRequests.announce(id)).expect(200);
  }

  private JsonNode importAs(String agency, String file) {
    return api.send(agency, Request.post("/v1/activities/import").xml(file)).expect(200).json();
  }

  private void awaitInFeed(String event) {
    Await.until(
        event + " to be in the feed",
        SOON,
        () -> system.broker().log(Broker.FEED).references().contains(event));
  }

  private long activityEvents() {
    return system.broker().log(Broker.FEED).events().stream()
        .filter(event -> event.source().equals("/" + Services.ACTIVITIES.name()))
        .count();
  }

  private List<String> inFeed() {
    return system.broker().log(Broker.FEED).events().stream()
        .map(EventLog.Event::reference)
        .toList();
  }

  /** All events, asked for in small pages. */
  private List<String> paged() {
    var events = new ArrayList<String>();
    var after = "-1";
    while (true) {
      var page =
          api.send("analyst", Request.get("/v1/feed?limit=7&after=" + after)).expect(200).json();
      if (page.required("items").isEmpty()) {
        return events;
      }
      page.required("items").forEach(event -> events.add(reference(event)));
      after = page.required("next").asString();
    }
  }

  private static List<String> told(EventStream stream) {
    return stream.received().stream().map(received -> reference(received.data())).toList();
  }

  /** A CloudEvent as {@code Kanmin-Event} names it. */
  private static String reference(JsonNode event) {
    return Stream.of("source", "id")
        .map(name -> event.required(name).asString())
        .collect(Collectors.joining("/"));
  }
}
