package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * From what a hospital abroad lacks to a company's place in a mission, through the hands of four
 * agencies and of the services' own policies; and what is told of it afterwards.
 */
@ExtendWith(SharedSystem.class)
@Order(12)
final class ChainTest {
  private static final String COUNTRY = "LA";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Api api;

  ChainTest(LocalSystem system) {
    this.api = system.api();
  }

  @Test
  void from_a_need_to_a_place_in_a_mission_everything_stands_in_one_chain() {
    var number = CorporateNumbers.any();
    var company =
        id(
            "smrj",
            DirectoryRequests.company(number, "Chain Endoscopy", COUNTRY, "80000000", "120"));
    var hospital = id("jica", DirectoryRequests.hospital("Chain Hospital", COUNTRY));
    // the company reaches the matcher by an event, and so may come after the need: asked first
    var need =
        id("jica", NeedRequests.register(hospital, COUNTRY, "Endoscopes", "Only for partners"));
    awaitCandidate(need, company);
    command("jica", NeedRequests.verify(need, "The director confirmed it"));

    var linkage = proposed(need, company);
    command("jica", Request.post("/v1/linkages/" + linkage + "/shortlist"));
    command(
        "jica",
        Request.post("/v1/linkages/" + linkage + "/agree")
            .json("{\"on\": \"%s\"}".formatted(LocalDate.now(ZoneId.of("Asia/Tokyo")))));

    var opened = caseOf(company);
    var advice = opened.required("id").asString();
    assertThat(opened.required("field").asString()).isEqualTo("endoscopy");
    var adviser = opened.required("owner").asString();
    command(
        adviser,
        Request.post("/v1/cases/" + advice + "/assign")
            .json("{\"office\": {\"code\": \"sample-desk\", \"name\": {\"en\": \"[Sample]\"}}}"));
    command(adviser, Request.post("/v1/cases/" + advice + "/start"));

    var mission = id("jetro", MissionRequests.draft(COUNTRY, "endoscopy", "Chain"));
    command("jetro", MissionRequests.announce(mission));
    command("jetro", MissionRequests.open(mission));
    command(
        adviser,
        Request.post("/v1/cases/" + advice + "/referrals")
            .json("{\"to\": {\"missionId\": \"%s\"}}".formatted(mission)));
    var application = application(mission, number);
    command("jetro", Request.post("/v1/missions/" + mission + "/start-selection"));
    command(
        "jetro",
        Request.post("/v1/missions/%s/applications/%s/select".formatted(mission, application)));
    var last = command("jetro", Request.post("/v1/missions/" + mission + "/finish-selection"));

    // the case prepares itself, and the need hears that it is matched: they are not waited for
    Await.untilAsserted(SOON, () -> tells(chain(need, last), need, linkage, advice, mission));
    assertThat(chain(advice, last).required("chain").asString()).isEqualTo(need);
    awaitMatched(need);
    endsInAnOrder(need, linkage, company);
  }

  /** What was delivered is ordered again: the linkage hears of it, and the chain goes on. */
  private void endsInAnOrder(String need, String linkage, String company) {
    var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    command(
        "jica",
        Request.post("/v1/linkages/" + linkage + "/deliver")
            .json("{\"on\": \"%s\", \"meetsNeed\": true}".formatted(today)));
    var order =
        id(
            "jica",
            Request.post("/v1/outcomes")
                .json(
                    """
                    {"kind": "follow-on-order", "companyId": "%s", "country": "%s",
                     "fields": ["endoscopy"], "value": {"amount": "900000", "currency": "JPY"},
                     "on": "%s", "arisesFrom": ["%s"], "involved": ["jetro"], "sample": true}
                    """
                        .formatted(company, COUNTRY, today, linkage)));
    command(
        "jica",
        Request.post("/v1/outcomes/" + order + "/evidence")
            .json(
                "{\"kind\": \"purchase-order\", \"reference\": \"[Sample] 1\", \"dated\": \"%s\"}"
                    .formatted(today)));
    var confirmed =
        command("jetro", Request.post("/v1/outcomes/" + order + "/accept-evidence").json("{}"));
    Await.untilAsserted(
        SOON,
        () ->
            assertThat(
                    items(chain(need, confirmed), "events")
                        .map(
                            step ->
                                step.required("subject").asString()
                                    + " "
                                    + step.required("event").asString()))
                .containsSubsequence(
                    linkage + " linkage-delivered",
                    order + " outcome-claimed",
                    order + " outcome-confirmed",
                    linkage + " linkage-followed-up"));
  }

  private static void tells(
      JsonNode chain, String need, String linkage, String advice, String mission) {
    var steps = items(chain, "events").toList();
    var names =
        steps.stream()
            .map(
                step ->
                    step.required("subject").asString() + " " + step.required("event").asString())
            .toList();
    assertThat(chain.required("chain").asString()).isEqualTo(need);
    assertThat(names)
        .containsSubsequence(
            need + " need-registered",
            need + " need-verified",
            linkage + " linkage-shortlisted",
            linkage + " linkage-agreed",
            advice + " case-opened",
            advice + " case-assigned",
            advice + " case-started",
            mission + " mission-announced",
            mission + " mission-opened",
            advice + " referral-made",
            mission + " application-submitted",
            mission + " selection-started",
            mission + " participant-selected",
            mission + " selection-finished");
    assertThat(names)
        .containsSubsequence(need + " need-registered", linkage + " linkage-proposed")
        .containsSubsequence(linkage + " linkage-agreed", need + " need-matched");
    followsItsCauses(steps);
    assertThat(steps).allMatch(step -> !step.required("by").required("code").asString().isEmpty());
    var times = steps.stream().map(step -> Instant.parse(step.required("at").asString())).toList();
    for (int at = 1; at < steps.size(); at++) {
      assertThat(Duration.parse(steps.get(at).required("since").asString()))
          .isEqualTo(Duration.between(times.get(at - 1), times.get(at)));
    }
    var live =
        items(chain, "subjects")
            .filter(subject -> subject.required("live").asBoolean())
            .map(subject -> subject.required("id").asString())
            .toList();
    assertThat(live).contains(need, linkage, advice, mission);
    assertThat(chain.required("live").asInt()).isEqualTo(live.size());
  }

  /** What the policies did names the step that led to it, and stands behind it. */
  private static void followsItsCauses(List<JsonNode> steps) {
    var references = steps.stream().map(step -> step.required("reference").asString()).toList();
    var caused = steps.stream().filter(step -> step.has("causedBy")).toList();
    assertThat(caused.stream().map(step -> step.required("event").asString()))
        .contains("linkage-proposed", "case-opened", "need-matched");
    for (var step : caused) {
      assertThat(references.indexOf(step.required("causedBy").asString()))
          .as("the cause of %s", step)
          .isBetween(0, references.indexOf(step.required("reference").asString()) - 1);
    }
  }

  private JsonNode chain(String id, Answer last) {
    return api.send("analyst", Request.get("/v1/chains/" + id).after(last.event()))
        .expect(200)
        .json();
  }

  private void awaitCandidate(String need, String company) {
    Await.until(
        "the matcher to know the company",
        SOON,
        () ->
            api.send("jica", Request.get("/v1/matches?outcome=candidate&need=" + need))
                .expect(200)
                .text()
                .contains(company));
  }

  /** The linkage that the matcher proposes by itself. */
  private String proposed(String need, String company) {
    var list = Request.get("/v1/linkages?need=%s&company=%s".formatted(need, company));
    return awaited("a linkage to be proposed", "jica", list).required("id").asString();
  }

  /** The case that is opened by itself. */
  private JsonNode caseOf(String company) {
    var list = Request.get("/v1/cases?country=%s&company=%s".formatted(COUNTRY, company));
    return awaited("a case to be opened", "smrj", list);
  }

  /** Submitted for the company, unless the referral has led to that already. */
  private String application(String mission, String number) {
    var applications = "/v1/missions/" + mission + "/applications";
    var answer =
        api.send(
            "smrj", Request.post(applications).json("{\"company\": \"%s\"}".formatted(number)));
    return answer.status() == 409
        ? awaited("the application", "jetro", Request.get(applications)).required("id").asString()
        : answer.expect(201).json().required("id").asString();
  }

  private void awaitMatched(String need) {
    Await.until(
        "the need to be matched",
        SOON,
        () ->
            api.send("jica", Request.get("/v1/needs/" + need))
                .expect(200)
                .json()
                .required("state")
                .asString()
                .equals("matched"));
  }

  private JsonNode awaited(String what, String client, Request list) {
    Await.until(what, SOON, () -> first(client, list).isPresent());
    return first(client, list).orElseThrow();
  }

  private Optional<JsonNode> first(String client, Request list) {
    return items(api.send(client, list).expect(200).json(), "items").findFirst();
  }

  private String id(String client, Request request) {
    return api.send(client, request).expect(201).json().required("id").asString();
  }

  private Answer command(String client, Request request) {
    var answer = api.send(client, request);
    assertThat(answer.isSuccess()).as(answer.text()).isTrue();
    return answer;
  }

  private static Stream<JsonNode> items(JsonNode json, String name) {
    return StreamSupport.stream(json.required(name).spliterator(), false);
  }
}
