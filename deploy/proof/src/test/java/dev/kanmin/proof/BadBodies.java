package dev.kanmin.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON bodies that no mission can be drafted from. */
final class BadBodies {
  private static final String CLIENT = "jetro";
  private static final String GOOD = MissionRequests.plan("VN", "endoscopy", "never stored");
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  /** A value that a query language would take for a condition. */
  private static final String CONDITION =
      """
      {"$gt": ""}""";

  private final Api api;

  BadBodies(Api api) {
    this.api = api;
  }

  List<BadRequest> all() {
    var all = new ArrayList<BadRequest>();
    all.addAll(unreadable());
    all.addAll(wrongValues());
    all.addAll(conditionsInsteadOfValues());
    return all;
  }

  private List<BadRequest> unreadable() {
    var deep = "[".repeat(1_000) + "]".repeat(1_000);
    var large = "{\"kind\": \"" + "x".repeat(TEN_MEGABYTES) + "\"}";
    var latin = GOOD.replace("[Sample]", "Châu Á").getBytes(StandardCharsets.ISO_8859_1);
    return List.of(
        new BadRequest(
            "JSON that breaks off", draft("{\"kind\": \"outward-mission\", "), 400, "line"),
        new BadRequest("JSON followed by more", draft(GOOD + " {}"), 400, "pointer:"),
        new BadRequest(
            "a key that stands twice",
            draft("{\"kind\": \"seminar\", \"kind\": \"seminar\"}"),
            400,
            "line"),
        new BadRequest("a list in place of an object", draft("[]"), 400, "pointer:"),
        new BadRequest("a text in place of an object", draft("\"mission\""), 400, "pointer:"),
        new BadRequest("null in place of an object", draft("null"), 400, "pointer:"),
        new BadRequest("no body", draft(""), 400, "pointer:"),
        new BadRequest("lists 1,000 deep", draft("{\"kind\": " + deep + "}"), 400, "pointer:"),
        new BadRequest("a body of 10 MB", draft(large), 413),
        new BadRequest("letters that are no UTF-8", typed("application/json", latin), 400, "line"),
        new BadRequest(
            "plain text", typed("text/plain", GOOD.getBytes(StandardCharsets.UTF_8)), 415),
        new BadRequest(
            "a form",
            typed(
                "application/x-www-form-urlencoded",
                "kind=seminar".getBytes(StandardCharsets.UTF_8)),
            415),
        new BadRequest(
            "a type that is none", typed("nonsense", GOOD.getBytes(StandardCharsets.UTF_8)), 415));
  }

  private List<BadRequest> wrongValues() {
    return List.of(
        changed("a field that nobody knows", "/colour", "\"blue\"", 400),
        changed("no title", "/title", "null", 400),
        changed("a number in words", "/capacity", "\"ten\"", 400),
        changed("no places", "/capacity", "0", 422),
        changed("a billion places", "/capacity", "1000000000", 422),
        changed("a kind that is none", "/kind", "\"journey\"", 422),
        changed("a country that is none", "/countries/0", "\"XX\"", 400),
        changed("a field of work that is none", "/fields/0", "\"astrology\"", 400),
        changed("a language that is none", "/title", "{\"no language\": \"?\"}", 400),
        changed("a title of 201 characters", "/title/ja", "\"" + "題".repeat(201) + "\"", 422),
        changed("a day that is none", "/stops/0/from", "\"2030-02-30\"", 400),
        changed("an end before the beginning", "/stops/0/to", "\"2030-05-12\"", 422),
        changed("an offset for a zone", "/stops/0/zone", "\"+09:00\"", 400),
        changed("a zone on Mars", "/stops/0/zone", "\"Mars/Base\"", 400),
        changed("a deadline without a time", "/deadline/at", "\"2029-01-01\"", 400),
        changed("a deadline after the beginning", "/deadline/at", "\"2031-01-01T00:00:00Z\"", 422),
        changed(
            "a fee below nothing",
            "/fee",
            "{\"amount\": \"-1\", \"currency\": \"JPY\"}",
            422,
            "/fee/amount"),
        changed(
            "a fee in fractions of yen",
            "/fee",
            "{\"amount\": \"1.5\", \"currency\": \"JPY\"}",
            422,
            "/fee/amount"),
        changed(
            "a fee as a number",
            "/fee",
            "{\"amount\": 15, \"currency\": \"JPY\"}",
            400,
            "/fee/amount"),
        changed(
            "a currency that is none",
            "/fee",
            "{\"amount\": \"15\", \"currency\": \"XXZ\"}",
            400,
            "/fee/currency"),
        changed("an agency that is none", "/supporters", "[\"nobody\"]", 422, "/supporters/0"),
        changed("the organiser as supporter", "/supporters", "[\"jetro\"]", 422, "/supporters/0"));
  }

  private List<BadRequest> conditionsInsteadOfValues() {
    return List.of(
            "/kind",
            "/title",
            "/title/ja",
            "/countries",
            "/countries/0",
            "/fields/0",
            "/stops/0/country",
            "/stops/0/city",
            "/stops/0/from",
            "/stops/0/zone",
            "/office/code",
            "/office/name/en",
            "/capacity",
            "/deadline/at",
            "/languages/0")
        .stream()
        .map(this::condition)
        .toList();
  }

  private BadRequest condition(String place) {
    return new BadRequest(
        "a condition for " + place, draft(with(place, CONDITION)), 400, "pointer:" + place);
  }

  private BadRequest changed(String what, String place, String value, int status) {
    return changed(what, place, value, status, place);
  }

  private BadRequest changed(String what, String place, String value, int status, String pointer) {
    return new BadRequest(what, draft(with(place, value)), status, "pointer:" + pointer);
  }

  /** The good plan with one value changed or added. */
  private static String with(String place, String value) {
    var plan = JsonMapper.shared().readTree(GOOD);
    var parent = plan.at(place.substring(0, place.lastIndexOf('/')));
    var name = place.substring(place.lastIndexOf('/') + 1);
    JsonNode changed = JsonMapper.shared().readTree(value);
    switch (parent) {
      case ObjectNode object -> object.set(name, changed);
      case ArrayNode array -> array.set(Integer.parseInt(name), changed);
      case JsonNode other -> throw new IllegalArgumentException(place + " is within " + other);
    }
    return plan.toString();
  }

  private Request draft(String body) {
    return typed("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private Request typed(String type, byte[] body) {
    return api.as(CLIENT, Request.post("/v1/missions").content(type, body));
  }
}
