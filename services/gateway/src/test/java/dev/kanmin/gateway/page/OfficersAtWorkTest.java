package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What an officer does with a record and its commands, in forms made from the services' contracts.
 */
class OfficersAtWorkTest extends SignedIn {
  private static final String DRAFT = "/commands/missionsDraft";
  private static final String REVISE = "/commands/missionsRevise?id=msn_1";
  private static final String MISSION =
      """
      {"id": "msn_1", "version": 7, "state": "draft", "organiser": "jica",
       "plan": {"kind": "outward-mission", "title": {"ja": "計画", "en": "Plan"}, "fields": ["endoscopy"],
         "stops": [{"country": "VN", "city": "Hà Nội", "from": "2027-02-08", "to": "2027-02-10",
                    "zone": "Asia/Ho_Chi_Minh"}],
         "deadline": {"at": "2026-12-18T08:00:00Z", "zone": "Asia/Tokyo"},
         "fee": {"amount": "50000", "currency": "JPY"}},
       "countries": ["VN"], "cells": [], "applications": {"submitted": 2, "selected": 0},
       "createdAt": "2026-11-01T00:00:00Z", "updatedAt": "2026-11-02T00:00:00Z",
       "activities": {"items": [], "leftOut": []},
       "actions": [
         {"verb": "revise", "label": "Revise", "allowed": true},
         {"verb": "open", "label": "Open", "allowed": false, "rule": "not-in-this-state",
          "detail": "'open' is for a mission that is announced; this one is draft."}]}""";
  private static final String RECEIPT =
      """
      {"id": "msn_1", "version": 8, "events": ["/trade-missions/msn_1/8"], "unchanged": false}""";

  @Test
  void the_page_of_a_record_says_what_its_owner_shows_what_can_be_done_and_why_the_rest_cannot() {
    service.answer("GET /v1/missions/msn_1", 200, MISSION, "ETag", "\"7\"");
    var page = browser.open("/records/msn_1?lang=en").body();

    assertThat(page).contains("[Sample] Endoscopy mission", "50,000 JPY", "Hà Nội", "Draft");
    assertThat(page).contains("href=\"/commands/missionsRevise?id=msn_1\"");
    assertThat(page).doesNotContain("/commands/missionsOpen");
    assertThat(page).contains("this one is draft");
    assertThat(page).contains("Announced", "JETRO");
    assertThat(service.asked("GET /v1/missions/msn_1").getFirst().headers())
        .containsEntry("authorization", "Bearer opaque");
  }

  @Test
  void what_the_owner_does_not_show_is_shown_as_far_as_it_is_public() {
    assertThat(browser.open("/records/msn_1?lang=en").body())
        .contains("does not show its details", "[Sample] Endoscopy mission");
    assertThat(browser.open("/records/msn_none?lang=en").statusCode()).isEqualTo(404);
  }

  @Test
  void a_command_is_a_form_with_words_choices_and_repeated_groups() {
    var page = browser.open(DRAFT + "?lang=en");
    assertThat(page.body())
        .contains("Kind", "Outward mission", "Endoscopy", "Places for companies", "Required");
    assertThat(page.body()).doesNotContain("[no words yet");

    var more = browser.submit(DRAFT, form(page, "v:/capacity", "12", "act", "add:/stops"));
    assertThat(more.body()).contains("name=\"v:/stops/0/city\"", "value=\"12\"");
    var two =
        browser.submit(
            DRAFT, form(more, "i:/stops", "0", "v:/stops/0/city", "A", "act", "add:/stops"));
    assertThat(two.body()).contains("name=\"v:/stops/1/city\"", "value=\"A\"");
    var one =
        browser.submit(
            DRAFT,
            form(
                two,
                "i:/stops",
                "0",
                "i:/stops",
                "1",
                "v:/stops/1/city",
                "B",
                "act",
                "remove:/stops/0"));
    assertThat(one.body()).contains("name=\"v:/stops/1/city\"", "value=\"B\"");
    assertThat(one.body()).doesNotContain("name=\"v:/stops/0/city\"");
    assertThat(service.asked("POST /v1/missions")).isEmpty();
  }

  @Test
  void what_is_filled_in_is_sent_in_the_officers_name_and_leads_to_the_record() {
    service.answer("POST /v1/missions", 201, RECEIPT, "Kanmin-Event", "/trade-missions/msn_1/8");
    service.answer("GET /v1/missions/msn_1", 200, MISSION, "ETag", "\"8\"");
    var page = browser.open(DRAFT + "?lang=en");
    var answer =
        browser.submit(
            DRAFT,
            form(
                page,
                "v:/kind",
                "outward-mission",
                "v:/title/ja",
                "題",
                "v:/fields",
                "endoscopy",
                "v:/fields",
                "telemedicine",
                "v:/capacity",
                "20",
                "v:/sample",
                "true",
                "v:/fee/currency",
                "Japanese Yen (JPY)",
                "i:/stops",
                "3",
                "v:/stops/3/country",
                "Vietnam (VN)",
                "v:/stops/3/city",
                "Hà Nội",
                "v:/stops/3/zone",
                "Asia/Tokyo",
                "i:/stops",
                "5",
                "v:/stops/5/zone",
                "Asia/Tokyo",
                "v:/deadline/at",
                "2026-12-18T17:00",
                "v:/deadline/zone",
                "Asia/Tokyo",
                "act",
                "send"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Browser.location(answer))
        .isEqualTo("/records/msn_1?done=missionsDraft&after=%2Ftrade-missions%2Fmsn_1%2F8");
    var sent = service.asked("POST /v1/missions").getFirst();
    assertThat(sent.headers()).containsEntry("authorization", "Bearer opaque");
    assertThat(sent.headers()).containsKey("idempotency-key");
    assertThat(Json.events().readTree(sent.body()))
        .isEqualTo(
            Json.events()
                .readTree(
                    """
                    {"kind": "outward-mission", "title": {"ja": "題"}, "fields": ["endoscopy", "telemedicine"],
                     "capacity": 20, "sample": true,
                     "stops": [{"country": "VN", "city": "Hà Nội", "zone": "Asia/Tokyo"}],
                     "deadline": {"at": "2026-12-18T08:00:00Z", "zone": "Asia/Tokyo"}}"""));
    assertThat(browser.open(Browser.location(answer)).body()).contains("Done: ");
  }

  @Test
  void faults_stand_at_their_inputs_all_at_once_and_nothing_typed_is_lost() {
    service.answer(
        "POST /v1/missions",
        400,
        """
        {"type": "https://kanmin.dev/problems/bad-input", "detail": "2 faults", "errors": [
          {"pointer": "/kind", "code": "missing", "detail": "kind is missing."},
          {"pointer": "/stops/0/country", "code": "invalid-value", "detail": "no such country"}]}""");
    var page = browser.open(DRAFT + "?lang=en");
    var answer =
        browser.submit(
            DRAFT,
            form(
                page,
                "v:/title/en",
                "Kept",
                "i:/stops",
                "4",
                "v:/stops/4/country",
                "Atlantis",
                "act",
                "send"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("href=\"#f-kind\"", "href=\"#f-stops-4-country\"", "no such country")
        .contains("Atlantis", ">Kept</textarea>", "id=\"f-kind-fault\"");
    assertThat(key(answer)).isNotEqualTo(key(page));
  }

  @Test
  void a_change_says_which_version_it_is_based_on_and_tells_of_another_one() {
    service.answer("GET /v1/missions/msn_1", 200, MISSION, "ETag", "\"7\"");
    var page = browser.open(REVISE + "&lang=en");
    assertThat(page.body())
        .contains("name=\"version\" value=\"&quot;7&quot;\"", "Hà Nội", "value=\"Vietnam (VN)\"")
        .contains("value=\"2026-12-18T17:00\"", "value=\"50000\"");

    service.answer(
        "PUT /v1/missions/msn_1",
        412,
        """
        {"type": "https://kanmin.dev/problems/stale-version", "detail": "It is at version 9."}""");
    service.answer("GET /v1/missions/msn_1", 200, MISSION, "ETag", "\"9\"");
    var stale = browser.submit(REVISE, form(page, "version", "\"7\"", "v:/title/ja", "新"));

    assertThat(service.asked("PUT /v1/missions/msn_1").getFirst().headers())
        .containsEntry("if-match", "\"7\"");
    assertThat(stale.body()).contains("Somebody changed", "&quot;9&quot;", "新");
  }

  @Test
  void what_was_not_answered_is_sent_again_as_the_same_command() {
    service.answer("POST /v1/missions", 503, "{}");
    var page = browser.open(DRAFT + "?lang=en");
    var first = browser.submit(DRAFT, form(page, "v:/kind", "outward-mission"));

    assertThat(first.body()).contains("will not be done twice");
    assertThat(key(first)).isEqualTo(key(page));
  }

  @Test
  void a_form_of_somebody_elses_page_is_refused() {
    browser.open(DRAFT);
    var form = List.of("_csrf", "guessed", "v:/title/ja", "題", "act", "send");
    var answer = browser.submit(DRAFT, form, "http://elsewhere.example");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.submit(DRAFT + "/again", form, "http://elsewhere.example").statusCode())
        .isEqualTo(403);
    assertThat(service.asked("POST /v1/missions")).isEmpty();
  }

  @Test
  void who_sends_a_form_after_the_session_has_ended_is_told_so_and_goes_on_where_they_were() {
    var page = browser.open(DRAFT + "?lang=en");
    browser.post("/sign-out", "_csrf", Browser.csrf(page));
    var form = form(page, "v:/title/en", "Kept", "i:/stops", "2", "v:/stops/2/city", "Hà Nội");

    var ended = browser.submit(DRAFT, form);
    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.body())
        .contains("Your session has ended", "action=\"" + DRAFT + "/again\"")
        .contains("name=\"v:/title/en\" value=\"Kept\"", "name=\"key\"")
        .doesNotContain("name=\"_csrf\"");
    assertThat(browser.submit(DRAFT + "/again", form).body()).contains("Your session has ended");

    browser.open("/oauth2/authorization/kanmin");
    var again = browser.submit(DRAFT + "/again", form);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body())
        .contains("Nothing has been sent yet", ">Kept</textarea>", "value=\"Hà Nội\"");
    assertThat(key(again)).isEqualTo(key(page));
    assertThat(service.asked("POST /v1/missions")).isEmpty();
  }

  @Test
  void why_an_application_was_declined_stands_on_the_page_of_the_mission() {
    service.answer("GET /v1/missions/msn_1", 200, MISSION, "ETag", "\"7\"");
    service.answer(
        "GET /v1/missions/msn_1/applications",
        200,
        """
        {"items": [{"id": "app_1", "mission": "msn_1", "state": "declined", "submittedBy": "jetro",
          "companyName": {"ja": "【サンプル】株式会社"}, "products": [], "amendments": [],
          "declined": {"reason": "outside-theme", "remark": "Not <endoscopy>"},
          "actions": [{"verb": "select", "label": "Select", "allowed": false,
            "rule": "not-in-this-state", "detail": "this one is declined."}]}], "leftOut": []}""");
    var page = browser.open("/records/msn_1?lang=en").body();

    assertThat(page)
        .contains("Why it was declined", "markets or fields", "Not &lt;endoscopy&gt;")
        .contains("this one is declined");
  }

  private static List<String> form(HttpResponse<String> page, String... more) {
    var form = new ArrayList<String>(List.of("_csrf", Browser.csrf(page), "key", key(page)));
    form.addAll(List.of(more));
    return form;
  }

  private static String key(HttpResponse<String> page) {
    var key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(key.find()).isTrue();
    return key.group(1);
  }
}
