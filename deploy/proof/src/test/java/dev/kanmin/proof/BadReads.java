package dev.kanmin.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Addresses, query parameters, headers and methods that nothing answers to. */
final class BadReads {
  private static final String CLIENT = "jetro";
  private static final String CONDITION = encoded("{\"$gt\":\"\"}");

  private final Api api;
  private final String draft;
  private final String cursor;

  /**
   * @param draft id of a mission that the client may edit
   * @param cursor of the list of all missions
   */
  BadReads(Api api, String draft, String cursor) {
    this.api = api;
    this.draft = draft;
    this.cursor = cursor;
  }

  List<BadRequest> all() {
    return Stream.of(parameters(), conditions(), headers(), addresses())
        .flatMap(List::stream)
        .toList();
  }

  private List<BadRequest> parameters() {
    return List.of(
        get("a page of nothing", "/v1/missions?limit=0", "limit"),
        get("a page of 10⁹", "/v1/missions?limit=1000000000", "limit"),
        get("a page of more than any number", "/v1/missions?limit=99999999999999999999", "limit"),
        get("a page of many", "/v1/missions?limit=many", "limit"),
        get("two limits", "/v1/missions?limit=1&limit=2", "limit"),
        get("a cursor that is none", "/v1/missions?cursor=AAAA", "cursor"),
        get("a cursor of another list", "/v1/missions?country=VN&cursor=" + cursor, "cursor"),
        get("a cursor of another service", "/v1/activities?cursor=" + cursor, "cursor"),
        get("a parameter that nobody knows", "/v1/missions?colour=blue", "colour"),
        get("a country that is none", "/v1/missions?country=ZZ", "country"),
        get("a field that is none", "/v1/missions?field=astrology", "field"),
        get("a state that is none", "/v1/missions?state=happy", "state"),
        get("a month that is none", "/v1/missions?from=2026-13-01", "from"),
        get("a moment in words", "/v1/activities?changedSince=yesterday", "changedSince"),
        get("a status that is none", "/v1/activities?status=asleep", "status"),
        get("a page of the feed of 10⁹", "/v1/feed?limit=1000000000", "limit"),
        get("a position that is none", "/v1/feed?after=start", "after"),
        get("a feed of a country that is none", "/v1/feed?country=ZZ", "country"),
        get("a stream from nowhere", "/v1/feed/stream?after=" + CONDITION, "after"));
  }

  private List<BadRequest> conditions() {
    return List.of(
        get("a condition for a country", "/v1/missions?country=" + CONDITION, "country"),
        get("a condition for a kind", "/v1/missions?kind=" + CONDITION, "kind"),
        get("a condition for an agency", "/v1/missions?agency=" + CONDITION, "agency"),
        get("a condition for a cursor", "/v1/missions?cursor=" + CONDITION, "cursor"),
        get("a condition for an owner", "/v1/activities?owner=" + CONDITION, "owner"),
        get("a condition for a scheme", "/v1/activities?scheme=" + CONDITION, "scheme"),
        get("a condition in a name", "/v1/missions?country%5B%24ne%5D=VN", "country[$ne]"),
        get("a condition for a type", "/v1/feed?type=" + CONDITION, "type"),
        bad("a condition for a mission", "GET", "/v1/missions/" + CONDITION, 404),
        bad("a condition for an activity", "GET", "/v1/activities/" + CONDITION, 404),
        bad("a condition for a cell", "GET", "/v1/cells/VN/" + CONDITION, 404),
        bad(
            "no activity has a condition for a name",
            "GET",
            "/v1/activities/export?iatiIdentifier=" + CONDITION,
            404),
        get("a condition for a company", "/v1/applications?company=" + CONDITION, "company"));
  }

  private List<BadRequest> headers() {
    var plan = MissionRequests.plan("VN", "endoscopy", "never stored");
    var post = Request.post("/v1/missions").json(plan);
    var put = Request.of("PUT", "/v1/missions/" + draft).json(plan);
    return List.of(
        header("a key of 200 characters", post.key("k".repeat(200)), 400, "Idempotency-Key"),
        header("a key with a blank", post.key("two words"), 400, "Idempotency-Key"),
        header("a version that is no entity tag", put.header("If-Match", "3"), 400, "If-Match"),
        new BadRequest("an edit of nobody knows which version", as(put), 428),
        new BadRequest("an edit of an old version", as(put.header("If-Match", "\"77\"")), 412),
        header(
            "an event that is none",
            Request.get("/v1/cells/VN/endoscopy").after("soon"),
            400,
            "Kanmin-After"),
        header(
            "an id that is no position",
            Request.get("/v1/feed/stream").header("Last-Event-ID", "x"),
            400,
            "Last-Event-ID"),
        new BadRequest(
            "a picture of a cell",
            as(Request.get("/v1/cells/VN/endoscopy").header("Accept", "image/png")),
            406),
        new BadRequest(
            "a picture of a mission",
            as(Request.get("/v1/missions/" + draft).header("Accept", "image/png")),
            406));
  }

  private List<BadRequest> addresses() {
    return List.of(
        bad("an address of nothing", "GET", "/v1/nothing", 404),
        bad("a mission that is none", "GET", "/v1/missions/msn_00000000000000000000000000", 404),
        bad("an id of another kind", "GET", "/v1/missions/act_00000000000000000000000000", 404),
        bad("a country in small letters", "GET", "/v1/cells/vn/endoscopy", 404),
        bad("a list of codes that is none", "GET", "/v1/codes/secrets", 404),
        bad("the inner state of the gateway", "GET", "/actuator/env", 404),
        bad("the heap of the gateway", "GET", "/actuator/heapdump", 404),
        bad("what is for neighbours", "GET", "/internal/relay", 404),
        bad("a step upwards", "GET", "/v1/missions/..%2f..%2factuator%2fhealth", 400),
        bad("deleting all missions", "DELETE", "/v1/missions", 405),
        bad("patching a mission", "PATCH", "/v1/missions/" + draft, 405),
        bad("writing to a cell", "POST", "/v1/cells/VN/endoscopy", 405));
  }

  private BadRequest get(String what, String path, String parameter) {
    return new BadRequest(what, as(Request.get(path)), 400, "parameter:" + parameter);
  }

  private BadRequest bad(String what, String method, String path, int status) {
    return new BadRequest(what, as(Request.of(method, path)), status);
  }

  private BadRequest header(String what, Request request, int status, String header) {
    return new BadRequest(what, as(request), status, "header:" + header);
  }

  private Request as(Request request) {
    return api.as(CLIENT, request);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
