package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody sees what they may not: each agency and role against each field that is not for everybody,
 * in the services' answers, and everybody against all of them in what the gateway shows to all.
 */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(13)
final class RightsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** The first page of a record waits for the descriptions of all services. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final LocalSystem system;
  private final Api api;
  private String before = "";
  private RestrictedRecords records;

  RightsTest(LocalSystem system) {
    this.system = system;
    this.api = system.api();
    this.before = endOfFeed();
    this.records = new RestrictedRecords(api);
  }

  @BeforeAll
  void the_picture_has_it_all() {
    Await.until(
        "the picture to have " + records.last(),
        SOON,
        () ->
            api.send(RestrictedRecords.ANALYST, Request.get("/v1/cells").after(records.last()))
                .expect(200)
                .header("Kanmin-Behind")
                .isEmpty());
  }

  @Test
  void a_service_shows_each_field_to_those_who_may_see_it_and_to_nobody_else() {
    var wrong = new ArrayList<String>();
    var shown = 0;
    for (var reader : RestrictedRecords.READERS) {
      for (var answer : answersTo(reader).entrySet()) {
        for (var secret : records.secrets()) {
          var sees = secret.isIn(answer.getValue());
          var may = secret.readers().contains(reader);
          shown += sees ? 1 : 0;
          if (sees && !may) {
            wrong.add("%s sees %s at %s".formatted(reader, secret.what(), answer.getKey()));
          } else if (may && !sees && answer.getKey().equals(secret.at())) {
            wrong.add("%s does not see %s at %s".formatted(reader, secret.what(), secret.at()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    Results.say(
        "rights: %d fields, %d readers, %d addresses; shown %d times, each to one who may see it"
            .formatted(
                records.secrets().size(),
                RestrictedRecords.READERS.size(),
                records.addresses().size(),
                shown));
  }

  @Test
  void what_is_not_for_a_reader_is_closed_to_it() {
    records
        .closed()
        .forEach(
            (path, readers) -> {
              for (var reader : RestrictedRecords.READERS) {
                assertThat(api.send(reader, Request.get(path)).status())
                    .as("%s as %s", path, reader)
                    .isIn(readers.contains(reader) ? List.of(200) : List.of(403, 404));
              }
            });
  }

  @Test
  void a_token_without_the_scope_opens_nothing() {
    var token = api.narrowToken("smrj", "codes:read");
    var opened =
        Stream.concat(records.addresses().stream(), shared())
            .filter(
                path ->
                    api.send(Request.get(path).header("Authorization", "Bearer " + token)).status()
                        != 403)
            .toList();
    assertThat(opened).isEmpty();
    assertThat(records.addresses())
        .filteredOn(path -> path.startsWith("/v1/contacts"))
        .isNotEmpty()
        .allMatch(path -> api.send(RestrictedRecords.ANALYST, Request.get(path)).status() == 403)
        .allMatch(path -> api.send(RestrictedRecords.OPERATOR, Request.get(path)).status() == 403);
  }

  @Test
  void what_the_gateway_shows_to_all_has_none_of_it() {
    var told = new LinkedHashMap<String, String>();
    for (var reader : List.of("smrj", RestrictedRecords.OUTSIDER, RestrictedRecords.ANALYST)) {
      shared().forEach(path -> told.put(reader + " " + path, text(reader, path)));
    }
    told.put(
        "dataset as CSV",
        api.send(
                RestrictedRecords.ANALYST,
                Request.get("/v1/datasets/cards").header("Accept", "text/csv"))
            .expect(200)
            .text());
    told.put("feed", feed());
    told.put("feed stream", stream());
    told.put("status", api.send(Request.get("/status")).text());

    assertThat(told.get("feed")).contains(records.records());
    assertThat(told.get("feed stream")).contains(records.last().substring(1).split("/")[1]);
    assertThat(leaks(told)).isEmpty();
  }

  /** Search knows cards alone, so not even who may see a thing finds it there. */
  @Test
  void nothing_is_found_by_what_may_not_be_seen() {
    assertThat(records.secrets())
        .extracting(Secret::what)
        .anyMatch(what -> what.startsWith("contact:"))
        .anyMatch(what -> what.startsWith("draft report:"));
    for (var secret : records.secrets()) {
      for (var reader : List.of(RestrictedRecords.OUTSIDER, "smrj")) {
        var found =
            api.send(reader, Request.get("/v1/cards?text=" + secret.marker())).expect(200).json();
        assertThat(found.required("items")).as(secret.what()).isEmpty();
      }
    }
  }

  @Test
  void a_page_shows_it_to_those_who_may_see_it_alone() throws IOException {
    var told = new LinkedHashMap<String, String>();
    var outside = SignIn.browser(InetAddress.getLoopbackAddress());
    var inside = SignIn.browser(InetAddress.getLoopbackAddress());
    try (outside;
        inside) {
      assertThat(SignIn.enter(outside, system, "officer-" + RestrictedRecords.OUTSIDER)).isEmpty();
      assertThat(SignIn.enter(inside, system, "officer-smrj")).isEmpty();
      for (var path : pages().toList()) {
        told.put(path, page(outside, path));
      }
      // that a page shows such things at all
      var advice =
          records.secrets().stream().filter(it -> it.what().equals("case: note")).findFirst();
      var own = page(inside, "/records/" + id(advice.orElseThrow()));
      assertThat(advice.orElseThrow().isIn(own)).isTrue();
    }
    var partners =
        records.secrets().stream()
            .filter(it -> !it.readers().contains(RestrictedRecords.OUTSIDER))
            .toList();
    assertThat(leaks(told, partners)).isEmpty();
  }

  /** What shows everybody the same, or is there to be searched. */
  private Stream<String> shared() {
    return Stream.concat(
        Stream.of(
            "/v1/cells",
            "/v1/cells/MN/endoscopy",
            "/v1/cards?country=MN",
            "/v1/to-do",
            "/v1/datasets/cards",
            "/v1/feed?after=" + before),
        records.records().stream().flatMap(id -> Stream.of("/v1/cards/" + id, "/v1/chains/" + id)));
  }

  private Stream<String> pages() {
    return Stream.concat(
        Stream.of(
            "/",
            "/home",
            "/cells/MN/endoscopy",
            "/countries/MN",
            "/fields/endoscopy",
            "/search?country=MN",
            "/search/export.csv?country=MN",
            "/kinds/company",
            "/kinds/need",
            "/kinds/linkage",
            "/kinds/mission",
            "/kinds/report",
            "/kinds/tender",
            "/kinds/case"),
        records.records().stream().map(id -> "/records/" + id));
  }

  /** Everything that services answer about the records, by address; refusals too. */
  private Map<String, String> answersTo(String reader) {
    var answers = new LinkedHashMap<String, String>();
    records.addresses().forEach(path -> answers.put(path, text(reader, path)));
    return answers;
  }

  private String text(String reader, String path) {
    var answer = api.send(reader, Request.get(path));
    assertThat(answer.status()).as("%s as %s", path, reader).isIn(200, 403, 404);
    return answer.text();
  }

  private List<String> leaks(Map<String, String> told) {
    return leaks(told, records.secrets());
  }

  private static List<String> leaks(Map<String, String> told, List<Secret> secrets) {
    return told.entrySet().stream()
        .flatMap(
            one ->
                secrets.stream()
                    .filter(secret -> secret.isIn(one.getValue()))
                    .map(secret -> secret.what() + " at " + one.getKey()))
        .toList();
  }

  private String endOfFeed() {
    var after = "-1";
    while (true) {
      var page =
          api.send(RestrictedRecords.ANALYST, Request.get("/v1/feed?limit=1000&after=" + after))
              .expect(200)
              .json();
      if (page.required("items").isEmpty()) {
        return after;
      }
      after = page.required("next").asString();
    }
  }

  /** All that was published since before the first record. */
  private String feed() {
    var all = new StringBuilder();
    var after = before;
    while (true) {
      var answer =
          api.send(RestrictedRecords.ANALYST, Request.get("/v1/feed?limit=100&after=" + after))
              .expect(200);
      if (answer.json().required("items").isEmpty()) {
        return all.toString();
      }
      all.append(answer.text());
      after = answer.json().required("next").asString();
    }
  }

  private String stream() {
    var awaited = records.last().substring(1).split("/")[1];
    try (var stream = api.stream(RestrictedRecords.OUTSIDER, "/v1/feed/stream?after=" + before)) {
      Await.until("the stream to tell the last event", SOON, () -> told(stream).contains(awaited));
      return told(stream);
    }
  }

  private static String told(EventStream stream) {
    return stream.received().toString();
  }

  /** Asks again while a service that has just started is too slow to describe itself. */
  private String page(HttpClient browser, String path) {
    var body = new AtomicReference<String>("");
    Await.until(
        "the page " + path,
        PATIENCE,
        () -> {
          try {
            var address = URI.create(system.gateway() + path);
            var answer = SignIn.send(browser, HttpRequest.newBuilder(address).timeout(PATIENCE));
            body.set(answer.body());
            return answer.statusCode() == 200 || answer.statusCode() == 404;
          } catch (IOException e) {
            return false;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
    return body.get();
  }

  private static String id(Secret secret) {
    return secret.at().substring(secret.at().lastIndexOf('/') + 1);
  }
}
