package dev.kanmin.proof;

import dev.kanmin.testkit.Await;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A record of every kind, with a {@link Secret} in each field that is not for everybody. Who may
 * see what is said here, once for each field: it is the matrix of rights.
 */
final class RestrictedRecords {
  /** Asks for what nobody gave them; has every scope of an officer. */
  static final String OUTSIDER = "amed";

  static final String ANALYST = "analyst";
  static final String OPERATOR = "operations";

  /** Whoever is asked about; {@code mej} is the analyst's agency, {@code meti} the operator's. */
  static final List<String> READERS =
      List.of("smrj", "jica", "jetro", "mej", OUTSIDER, ANALYST, OPERATOR);

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Set<String> EVERYBODY = Set.copyOf(READERS);
  private static final String COUNTRY = "MN";

  private final Api api;
  private final String run =
      Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36);
  private final List<Secret> secrets = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final Map<String, Set<String>> closed = new TreeMap<>();
  private String last = "";

  RestrictedRecords(Api api) {
    this.api = api;
    var company = company();
    contacts(company);
    soleProprietor();
    draftReport();
    report();
    tender();
    var need = need();
    linkage(company, need);
    draft();
    application();
    advice(company);
    assessment(company);
    addresses.addAll(
        List.of(
            "/v1/companies?country=" + COUNTRY,
            "/v1/companies/export?format=csv",
            "/v1/companies/duplicates",
            "/v1/counterparts",
            "/v1/counterparts/export?format=csv",
            "/v1/contacts",
            "/v1/directory/contact-roles?about=" + company,
            "/v1/needs?country=" + COUNTRY,
            "/v1/linkages?country=" + COUNTRY,
            "/v1/matches?need=" + need,
            "/v1/matches?company=" + company,
            "/v1/missions?country=" + COUNTRY,
            "/v1/cases?country=" + COUNTRY,
            "/v1/reports?country=" + COUNTRY,
            "/v1/reports?agency=jetro",
            "/v1/tenders?country=" + COUNTRY,
            "/v1/regulations?country=" + COUNTRY,
            "/v1/profiles/" + COUNTRY + "/endoscopy",
            "/v1/readiness/assessments",
            "/v1/readiness/peers"));
  }

  List<Secret> secrets() {
    return List.copyOf(secrets);
  }

  /** Addresses that open to these readers, and are as good as unknown to the others. */
  Map<String, Set<String>> closed() {
    return Map.copyOf(closed);
  }

  /** Ids of the records that have something to hide. */
  List<String> records() {
    return List.copyOf(records);
  }

  /** Where services answer about them. */
  List<String> addresses() {
    return Stream.concat(addresses.stream(), secrets.stream().map(Secret::at)).distinct().toList();
  }

  /** The last event of all this. */
  String last() {
    return last;
  }

  private String company() {
    var capital =
        "%d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L));
    var staff = "%d".formatted(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    var company =
        create(
            "smrj",
            DirectoryRequests.company(
                CorporateNumbers.any(), "Rights " + run, COUNTRY, capital, staff));
    var consent = "/v1/companies/" + company + "/consent";
    send(
        "smrj",
        Request.of("PUT", consent)
            .header("If-Match", "\"1\"")
            .json(
                """
                {"grants": [
                  {"agency": "jica", "purposes": ["see-profile"]},
                  {"agency": "%s", "purposes": ["see-profile"]},
                  {"agency": "jetro", "purposes": ["propose-linkages", "see-advice"]},
                  {"agency": "mej", "purposes": ["see-profile"], "until": "2026-01-31"}
                ]}"""
                    .formatted(OUTSIDER)));
    // what was withdrawn, or has run out, is as if it had never been
    send("smrj", Request.of("DELETE", consent + "/" + OUTSIDER));
    var at = "/v1/companies/" + company;
    secrets.add(new Secret("company: capital", capital, Set.of("smrj", "jica"), at));
    secrets.add(new Secret("company: staff", staff, Set.of("smrj", "jica"), at));
    return company;
  }

  private void soleProprietor() {
    var at = "/v1/companies/";
    var name = marker("proprietor");
    var company =
        create(
            "smrj",
            Request.post("/v1/companies")
                .json(
                    """
                    {"names": {"ja": "【サンプル】 %s 工房"}, "prefecture": "JP-20", "industry": "E27", "staff": 2,
                     "targetCountries": ["%s"], "sample": true}"""
                        .formatted(name, COUNTRY)));
    secrets.add(new Secret("sole proprietor: name", name, Set.of("smrj"), at + company));
  }

  private void contacts(String company) {
    for (var agency : List.of("smrj", "mej")) {
      var name = marker(agency + "person");
      var position = marker(agency + "position");
      var phone =
          "%d".formatted(ThreadLocalRandom.current().nextLong(8_000_000_000L, 8_999_999_999L));
      var contact =
          api.send(
                  agency,
                  Request.post("/v1/contacts")
                      .json(
                          """
                          {"about": "%1$s", "role": "regulatory", "name": "%2$s", "position": "%3$s",
                           "email": "%2$s@example.jp", "phone": "%4$s"}"""
                              .formatted(company, name, position, phone)))
              .expect(201)
              .json()
              .required("id")
              .asString();
      var at = "/v1/contacts/" + contact;
      closed.put(at, Set.of(agency));
      secrets.add(new Secret("contact: name, e-mail", name, Set.of(agency), at));
      secrets.add(new Secret("contact: position", position, Set.of(agency), at));
      secrets.add(new Secret("contact: telephone", phone, Set.of(agency), at));
    }
  }

  private void draftReport() {
    var title = marker("drafttitle");
    var summary = marker("draftsummary");
    var body = marker("draftbody");
    var source = marker("draftsource");
    var at = "/v1/reports/" + create("jetro", report(title, summary, body, source));
    var own = Set.of("jetro");
    closed.put(at, own);
    secrets.add(new Secret("draft report: title", title, own, at));
    secrets.add(new Secret("draft report: summary", summary, own, at));
    secrets.add(new Secret("draft report: body", body, own, at));
    secrets.add(new Secret("draft report: source", source, own, at));
  }

  /** Title and summary are on its card; the rest is read where it lies. */
  private void report() {
    var body = marker("body");
    var source = marker("source");
    var id = create("jetro", report("Rights " + run, "[Sample] For everybody", body, source));
    var at = "/v1/reports/" + id;
    send("jetro", Request.post(at + "/publish"));
    secrets.add(new Secret("report: body", body, EVERYBODY, at));
    secrets.add(new Secret("report: source", source, EVERYBODY, at));
  }

  private static Request report(String title, String summary, String body, String source) {
    return Request.post("/v1/reports")
        .json(
            """
            {"kind": "field-survey", "countries": ["%s"], "fields": ["endoscopy"], "sourceLanguage": "en",
             "texts": {"en": {"title": "%s", "summary": "%s", "body": "# Overview\\n\\n%s"}},
             "expires": "%s", "sources": ["[Sample] %s"], "sample": true}"""
                .formatted(
                    COUNTRY,
                    title,
                    summary,
                    body,
                    LocalDate.now(ZoneOffset.UTC).plusYears(1),
                    source));
  }

  /** Whom a notice names is shown to nobody; nothing else of a tender is restricted. */
  private void tender() {
    var person = marker("person");
    var ocid = "ocds-rights-" + run;
    send(
        "jetro",
        Request.post("/v1/tenders/import?country=" + COUNTRY)
            .json(
                """
                {"releases": [{"ocid": "%1$s", "id": "%1$s-01", "date": "2026-10-05T03:00:00Z", "tag": ["tender"],
                  "initiationType": "tender", "language": "en", "buyer": {"id": "1", "name": "[Sample] Hospital"},
                  "parties": [{"id": "1", "name": "[Sample] Hospital", "roles": ["buyer"],
                    "contactPoint": {"name": "%2$s", "email": "%2$s@example.org"}}],
                  "tender": {"id": "1", "title": "[Sample] Endoscopes", "status": "active",
                    "tenderPeriod": {"endDate": "2099-01-20T15:00:00+08:00"}}}],
                 "uri": "https://example.org/ocds/rights.json", "publishedDate": "2026-10-05T03:00:00Z",
                 "publisher": {"name": "[Sample] Procurement agency"}, "version": "1.1"}"""
                    .formatted(ocid, person)));
    var at = "/v1/tenders/" + tenderOf(ocid);
    secrets.add(new Secret("tender: person of the buyer", person, Set.of(), at));
  }

  private String tenderOf(String ocid) {
    for (var item :
        api.send("jetro", Request.get("/v1/tenders?limit=200&country=" + COUNTRY))
            .expect(200)
            .json()
            .required("items")) {
      if (item.toString().contains(ocid)) {
        var id = item.required("id").asString();
        records.add(id);
        return id;
      }
    }
    throw new AssertionError("the tender " + ocid + " was not imported");
  }

  private String need() {
    var description = marker("description");
    var remark = marker("verified");
    var hospital = create("jica", DirectoryRequests.hospital("Rights hospital " + run, COUNTRY));
    var need =
        create("jica", NeedRequests.register(hospital, COUNTRY, "Rights " + run, description));
    send("jica", NeedRequests.verify(need, remark));
    var at = "/v1/needs/" + need;
    secrets.add(new Secret("need: description and source", description, EVERYBODY, at));
    secrets.add(new Secret("need: remark at verification", remark, Set.of(), at));
    return need;
  }

  private void linkage(String company, String need) {
    var proposal = marker("proposal");
    var rejection = marker("rejection");
    var linkage =
        create(
            "smrj",
            Request.post("/v1/linkages")
                .json(
                    """
                    {"company": "%s", "offersTo": {"need": "%s"}, "remark": {"en": "%s"}}"""
                        .formatted(company, need, proposal)));
    send(
        "jica",
        Request.post("/v1/linkages/" + linkage + "/reject")
            .json("{\"reason\": \"other\", \"remark\": {\"en\": \"%s\"}}".formatted(rejection)));
    var at = "/v1/linkages/" + linkage;
    secrets.add(new Secret("linkage: remark", proposal, Set.of("smrj", "jica"), at));
    secrets.add(new Secret("linkage: why rejected", rejection, Set.of("smrj", "jica"), at));
  }

  private void draft() {
    var title = marker("draft");
    var draft = create("jetro", plan(title));
    closed.put("/v1/missions/" + draft, Set.of("jetro", "jica"));
    secrets.add(
        new Secret(
            "draft mission: title", title, Set.of("jetro", "jica"), "/v1/missions/" + draft));
  }

  private void application() {
    var number = CorporateNumbers.any();
    var reason = marker("postponed");
    var mission = create("jetro", plan("Rights " + run));
    send("jetro", MissionRequests.announce(mission));
    send("jetro", MissionRequests.open(mission));
    var applications = "/v1/missions/" + mission + "/applications";
    create("smrj", Request.post(applications).json("{\"company\": \"%s\"}".formatted(number)));
    send(
        "jetro",
        Request.post("/v1/missions/" + mission + "/postpone")
            .json("{\"reason\": {\"en\": \"%s\"}}".formatted(reason)));
    var parties = Set.of("smrj", "jetro", "jica");
    secrets.add(new Secret("application: company", number, parties, applications));
    secrets.add(new Secret("mission: why postponed", reason, EVERYBODY, "/v1/missions/" + mission));
    addresses.add("/v1/applications?company=" + number);
  }

  /** Supported by jica, which may then act for it. */
  private static Request plan(String title) {
    return Request.post("/v1/missions")
        .json(
            MissionRequests.plan(COUNTRY, "endoscopy", title)
                .replace("\"capacity\"", "\"supporters\": [\"jica\"], \"capacity\""));
  }

  private void advice(String company) {
    var request = marker("request");
    var desk = marker("desk");
    var note = marker("note");
    var action = marker("action");
    var referral = marker("referral");
    var question = marker("question");
    var advice =
        create(
            "smrj",
            Request.post("/v1/cases")
                .json(
                    """
                    {"companyId": "%s", "country": "%s", "field": "endoscopy", "request": "%s", "sample": true}"""
                        .formatted(company, COUNTRY, request)));
    var at = "/v1/cases/" + advice;
    send(
        "smrj",
        Request.post(at + "/assign")
            .json(
                """
                {"office": {"code": "sample-desk", "name": {"en": "[Sample]"}}, "adviser": "%s"}"""
                    .formatted(desk)));
    send("smrj", Request.post(at + "/start"));
    create(
        "smrj",
        Request.post(at + "/notes")
            .json("{\"kind\": \"advice\", \"text\": \"%s\"}".formatted(note)));
    create(
        "smrj",
        Request.post(at + "/actions")
            .json("{\"kind\": \"interview\", \"text\": \"%s\"}".formatted(action)));
    create(
        "smrj",
        Request.post(at + "/referrals")
            .json("{\"to\": {\"agency\": \"jetro\"}, \"reason\": \"%s\"}".formatted(referral)));
    send(
        "smrj",
        Request.post(at + "/ask-company").json("{\"question\": \"%s\"}".formatted(question)));
    // what the company has consented to in the meantime reaches the service by the bus
    Await.until(
        "the consent to see advice",
        SOON,
        () -> api.send("jetro", Request.get(at)).text().contains(request));
    // jica may see the profile, and not the advice
    var without = marker("without");
    create(
        "smrj",
        Request.post(at + "/referrals")
            .json("{\"to\": {\"agency\": \"jica\"}, \"reason\": \"%s\"}".formatted(without)));
    var advisers = Set.of("smrj", "jetro");
    secrets.add(
        new Secret(
            "case: why it was referred without consent",
            without,
            Set.of("smrj", "jetro", "jica"),
            at));
    secrets.add(new Secret("case: request", request, advisers, at));
    secrets.add(new Secret("case: desk", desk, advisers, at));
    secrets.add(new Secret("case: note", note, advisers, at));
    secrets.add(new Secret("case: text of a next action", action, advisers, at));
    secrets.add(new Secret("case: why it was referred", referral, advisers, at));
    secrets.add(new Secret("case: question to the company", question, advisers, at));
  }

  private void assessment(String company) {
    var answers = Samples.answers().replace("cmp_00000000000000000000000001", company);
    var assessment = create("smrj", Request.post("/v1/readiness/assessments").json(answers));
    addresses.add("/v1/readiness/assessments/" + assessment);
    closed.put("/v1/readiness/assessments/" + assessment, Set.of("smrj"));
  }

  /** A word that was never written before. */
  private String marker(String what) {
    return "secret" + what + run;
  }

  private String create(String client, Request request) {
    var answer = api.send(client, request).expect(201);
    told(answer);
    var id = answer.json().required("id").asString();
    records.add(id);
    return id;
  }

  private void send(String client, Request request) {
    var answer = api.send(client, request);
    if (!answer.isSuccess()) {
      throw new AssertionError(request.address() + " answered " + answer.text());
    }
    told(answer);
  }

  private void told(Answer answer) {
    if (!answer.event().isEmpty()) {
      last = answer.event();
    }
  }
}
