package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Everything that can be wrong in a request: each is refused in words, and nothing comes of it. */
@ExtendWith(SharedSystem.class)
@Order(20)
final class BadInputTest {
  private static final String PROBLEMS = "https://kanmin.dev/problems/";

  private final LocalSystem system;
  private final Api api;

  BadInputTest(LocalSystem system) {
    this.system = system;
    this.api = system.api();
  }

  @Test
  void every_bad_request_gets_a_problem_that_names_its_fault_and_has_no_effect() throws Exception {
    var draft = draft();
    var announced = draft();
    var last = api.send("jetro", MissionRequests.announce(announced)).expect(200);
    var cursor = cursor();
    api.send("jetro", Request.get("/v1/cells/VN/endoscopy").after(last.event())).expect(200);
    var tokens = new BadTokens(system, signingKey(), draft, announced);
    api.send(tokens.control().request()).expect(200);
    var all = new ArrayList<BadRequest>();
    all.addAll(new BadBodies(api).all());
    all.addAll(new BadReads(api, draft, cursor).all());
    all.addAll(new BadFiles(api).all());
    all.addAll(tokens.all());
    var end = system.broker().endOfFeed();
    var counted = refusals();

    var wrong = all.stream().flatMap(bad -> objection(bad).stream()).toList();

    assertThat(wrong).as("answers of %d bad requests", all.size()).isEmpty();
    assertThat(system.broker().endOfFeed()).as("the end of the feed").isEqualTo(end);
    assertThat(refusals() - counted)
        .as("refused commands and denied reads that the services have counted")
        .isEqualTo(all.stream().filter(BadRequest::isCounted).count());
    Results.say(
        "bad input: %d requests, each refused with its reason, and counted; the feed did not move"
            .formatted(all.size()));
  }

  @Test
  void another_body_under_a_used_key_is_refused() {
    var key = "proof-bad-input-" + System.nanoTime();
    var first = MissionRequests.draft("VN", "endoscopy", "first").key(key);
    api.send("jetro", first).expect(201);

    var second =
        api.send("jetro", MissionRequests.draft("VN", "endoscopy", "second").key(key)).expect(422);

    assertThat(second.json().required("type").asString()).startsWith(PROBLEMS);
  }

  /** What is wrong with the answer to a bad request; empty when it is as it should be. */
  private Optional<String> objection(BadRequest bad) {
    var answered = api.attempt(bad.request());
    if (answered.isEmpty()) {
      return Optional.of(bad.what() + ": no answer");
    }
    var answer = answered.get();
    if (answer.status() != bad.status()) {
      return Optional.of(said(bad, "was expected to get " + bad.status(), answer));
    }
    if (!answer.header("Content-Type").startsWith("application/problem+json")) {
      return Optional.of(said(bad, "got no problem", answer));
    }
    var problem = answer.json();
    if (!problem.path("type").asString("").startsWith(PROBLEMS)
        || problem.path("status").asInt() != bad.status()
        || problem.path("title").asString("").isEmpty()
        || problem.path("detail").asString("").isEmpty()) {
      return Optional.of(said(bad, "got half a problem", answer));
    }
    if (answer.text().contains("Exception") || answer.text().contains("\tat ")) {
      return Optional.of(said(bad, "was shown our insides", answer));
    }
    if (!names(problem, bad.place())) {
      return Optional.of(said(bad, "was not told of " + bad.place(), answer));
    }
    return Optional.empty();
  }

  private static boolean names(JsonNode problem, String place) {
    if (place.isEmpty()) {
      return true;
    }
    var separator = place.indexOf(':');
    var kind = separator < 0 ? place : place.substring(0, separator);
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .filter(error -> error.has(kind) && !error.path("detail").asString("").isEmpty())
        .anyMatch(
            error ->
                separator < 0
                    ? error.path(kind).asInt() >= 1
                    : error.path(kind).asString().startsWith(place.substring(separator + 1)));
  }

  private static String said(BadRequest bad, String objection, Answer answer) {
    var text = answer.text();
    return "%n%s (%s %s) %s: %d %s"
        .formatted(
            bad.what(),
            bad.request().method(),
            bad.request().address(),
            objection,
            answer.status(),
            text.substring(0, Math.min(600, text.length())));
  }

  private long refusals() {
    return Services.PROGRAMS.stream()
        .map(
            service ->
                URI.create(system.state().process(service).management() + "/actuator/prometheus"))
        .flatMap(metrics -> api.send(Request.get(metrics)).expect(200).text().lines())
        .filter(line -> line.startsWith("kanmin_refusals_total"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private String draft() {
    var draft = MissionRequests.draft("VN", "endoscopy", "for bad input");
    return api.send("jetro", draft).expect(201).json().required("id").asString();
  }

  /** Where the first page of all missions ends. */
  private String cursor() {
    var page = api.send("jetro", Request.get("/v1/missions?limit=1")).expect(200).json();
    return page.required("next").asString();
  }

  private RSAKey signingKey() throws Exception {
    return RSAKey.parse(Files.readString(system.data().resolve("issuer/signing-key.json")));
  }
}
