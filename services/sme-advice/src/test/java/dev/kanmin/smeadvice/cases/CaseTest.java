package dev.kanmin.smeadvice.cases;

import static dev.kanmin.smeadvice.cases.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import dev.kanmin.smeadvice.cases.CaseEvent.*;
import dev.kanmin.smeadvice.companies.Consent;
import dev.kanmin.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseTest {
  private static final String OTHER = "case_00000000000000000000000002";
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

  @Test
  void who_opens_a_case_owns_it() {
    assertThat(opened().state().subject().owner()).isEqualTo(AgencyCode.of("jetro"));
    assertThat(opened().state().state()).isEqualTo(CaseState.OPENED);
  }

  @Test
  void a_case_that_is_open_is_not_opened_again() {
    opened().by("jica").when(OPEN).thenRefusedBy(CaseRules.ALREADY_OPEN);
  }

  @Test
  void one_that_was_closed_tells_so() {
    opened().given(CLOSE).when(OPEN).thenRefusedBy(CaseRules.CLOSED_BEFORE);
  }

  @Test
  void a_company_is_one_of_the_directory() {
    nothing()
        .when(changed("7000012050002", CELL, List.of()))
        .thenRefusedBy(CaseRules.ILL_FORMED_ID, "/companyId");
  }

  @Test
  void a_case_is_about_a_market_of_asia_abroad() {
    nothing()
        .when(changed(COMPANY, Cell.of("JP", "endoscopy"), List.of()))
        .thenRefusedBy(CaseRules.NOT_ABROAD, "/country");
    nothing()
        .when(changed(COMPANY, Cell.of("FR", "endoscopy"), List.of()))
        .thenRefusedBy(CaseRules.NOT_ABROAD, "/country");
  }

  @Test
  void tags_are_of_their_list() {
    nothing()
        .when(changed(COMPANY, CELL, List.of("first-export", "astrology")))
        .thenRefusedBy(CaseRules.UNKNOWN_CODE, "/tags/1");
  }

  @Test
  void it_goes_from_opening_to_close() {
    opened()
        .when(ASSIGN)
        .then(new CaseAssigned(CASE, CaseState.ASSIGNED, OFFICE, NOON, Optional.of("desk-3")));
    opened().given(ASSIGN).when(START).then(new CaseStarted(CASE, CaseState.IN_PROGRESS, NOON));
    assertThat(inProgress().given(ASK).state().state()).isEqualTo(CaseState.WAITING_FOR_COMPANY);
    assertThat(inProgress().given(ASK, REPLY).state().state()).isEqualTo(CaseState.IN_PROGRESS);
    assertThat(inProgress().given(CLOSE).state().isOpen()).isFalse();
  }

  @Test
  void work_starts_once_somebody_is_responsible() {
    opened().when(START).thenRefusedBy(CaseRules.NOT_IN_THIS_STATE);
  }

  @Test
  void others_do_not_move_it() {
    for (CaseCommand command : List.of(ASSIGN, CLOSE, ADVICE, ACTION, TO_PMDA)) {
      opened().by("jica").when(command).thenRefusedBy(CaseRules.NOT_YOUR_CASE);
    }
  }

  @Test
  void another_agency_with_the_same_request_is_attached_once() {
    opened()
        .by("jica")
        .when(new Attach(List.of(LINKAGE)))
        .then(new CaseAttached(CASE, Optional.of(AgencyCode.of("jica")), List.of()));
    opened()
        .by("jica")
        .given(new Attach(List.of()))
        .when(new Attach(List.of()))
        .thenRefusedBy(CaseRules.ALREADY_YOURS, "/arisesFrom");
    opened().when(new Attach(List.of())).thenRefusedBy(CaseRules.ALREADY_YOURS, "/arisesFrom");
  }

  @Test
  void who_is_attached_does_not_read_what_was_said_in_confidence() {
    Case attached = opened().by("jica").given(new Attach(List.of())).state();
    assertThat(read(attached, "jica").within()).isFalse();
    assertThat(read(attached, "jica").leftOut()).isEmpty();
    assertThat(read(attached, "jetro").request()).isPresent();
  }

  @Test
  void who_it_was_referred_to_reads_it_with_the_companys_consent_unless_it_declines() {
    var referred = inProgress().given(ADVICE, ACTION, TO_PMDA).by("pmda");
    Consent consent = consent("pmda", "see-advice", "2026-10-01");
    Confidence read = Confidence.of(referred.state(), consent, AgencyCode.of("pmda"), NOON);
    assertThat(read.request()).isPresent();
    assertThat(read.notes()).hasSize(1);
    assertThat(read.leftOut()).isEmpty();
    Case declined = referred.given(new Decline("ref_1", "no")).state();
    assertThat(Confidence.of(declined, consent, AgencyCode.of("pmda"), NOON).within()).isFalse();
  }

  @Test
  void without_consent_it_reads_what_was_written_to_it_and_by_it_and_is_told_of_the_rest() {
    Case one =
        inProgress()
            .given(ADVICE, ACTION, TO_PMDA, TO_MISSION)
            .by("pmda")
            .given(new Accept("ref_1"), new AddNote("note_p", "note", "of pmda"))
            .state();
    for (Consent consent :
        List.of(
            Consent.NONE,
            consent("jica", "see-advice", "2026-10-31"),
            consent("pmda", "see-profile", "2026-10-31"),
            consent("pmda", "see-advice", "2026-09-30"))) {
      Confidence read = Confidence.of(one, consent, AgencyCode.of("pmda"), NOON);
      assertThat(read.request()).isEmpty();
      assertThat(read.adviser()).isEmpty();
      assertThat(read.notes()).extracting(Note::id).containsExactly("note_p");
      assertThat(read.showsReasonsOf(one.referrals().getFirst())).isTrue();
      assertThat(read.showsReasonsOf(one.referrals().getLast())).isFalse();
      // the request, the desk, a note and the text of an action; the second referral has no reason
      assertThat(read.leftOut()).containsExactly(new Page.LeftOut("needs-consent", 4));
    }
  }

  @Test
  void who_accepted_a_referral_advises_too() {
    var referred = inProgress().given(TO_PMDA).by("pmda");
    referred.when(ADVICE).thenRefusedBy(CaseRules.NOT_YOUR_CASE);
    assertThat(referred.given(new Accept("ref_1")).when(ADVICE).events()).hasSize(1);
  }

  @Test
  void a_referral_is_answered_by_whom_it_was_made_to() {
    var referred = inProgress().given(TO_PMDA);
    referred.when(new Accept("ref_1")).thenRefusedBy(CaseRules.NOT_YOUR_REFERRAL);
    referred
        .by("pmda")
        .when(new Complete("ref_1"))
        .thenRefusedBy(CaseRules.REFERRAL_NOT_IN_THIS_STATE);
    referred
        .by("pmda")
        .given(new Accept("ref_1"))
        .when(new Complete("ref_1"))
        .then(new ReferralCompleted(CASE, "ref_1", ReferralState.COMPLETED));
    referred.by("pmda").when(new Accept("ref_x")).thenRefusedBy(CaseRules.NO_SUCH_REFERRAL);
  }

  @Test
  void a_case_is_referred_once_to_each_and_never_to_its_owner() {
    inProgress()
        .given(TO_PMDA)
        .when(new Refer("ref_9", TO_PMDA.to(), Optional.empty()))
        .thenRefusedBy(CaseRules.ALREADY_REFERRED, "/to");
    var owner = new Referral.Target(Optional.of(AgencyCode.of("jetro")), Optional.empty());
    inProgress()
        .when(new Refer("ref_9", owner, Optional.empty()))
        .thenRefusedBy(CaseRules.TO_ITSELF, "/to/agency");
    var nobody = new Referral.Target(Optional.empty(), Optional.empty());
    inProgress()
        .when(new Refer("ref_9", nobody, Optional.empty()))
        .thenRefusedBy(CaseRules.ONE_TARGET, "/to");
  }

  @Test
  void it_is_not_closed_while_a_referral_is_open() {
    var referred = inProgress().given(TO_MISSION);
    referred.when(CLOSE).thenRefusedBy(CaseRules.REFERRALS_OPEN);
    assertThat(referred.given(new Accept("ref_2"), new Complete("ref_2")).when(CLOSE).events())
        .hasSize(1);
  }

  @Test
  void a_next_action_is_done_or_dropped_once() {
    var told = inProgress().given(ACTION);
    told.when(new CompleteAction("nxa_1")).then(new NextActionCompleted(CASE, "nxa_1"));
    told.given(new CompleteAction("nxa_1")).when(new CompleteAction("nxa_1")).thenNothing();
    told.given(new CompleteAction("nxa_1"))
        .when(new DropAction("nxa_1"))
        .thenRefusedBy(CaseRules.ACTION_SETTLED);
    told.when(new DropAction("nxa_2")).thenRefusedBy(CaseRules.NO_SUCH_ACTION);
  }

  @Test
  void preparations_for_a_mission_are_counted_back_from_its_first_day_and_added_once() {
    Prepare prepare = new Prepare(MISSION, LocalDate.parse("2027-02-08"));
    List<CaseEvent> events = inProgress().by("meti").when(prepare).events();
    assertThat(events)
        .extracting(it -> ((NextActionAdded) it).action().kind())
        .containsExactly("company-material", "meeting-requests", "samples-and-customs", "travel");
    assertThat(((NextActionAdded) events.getLast()).action().due())
        .contains(LocalDate.parse("2027-01-18")); // 15 working days before 8 February
    assertThat(((NextActionAdded) events.getFirst()).action().due())
        .contains(LocalDate.parse("2026-12-21")); // over Coming of Age Day and the New Year
    inProgress().given(prepare).when(prepare).thenNothing();
  }

  @Test
  void what_would_be_due_already_is_due_today() {
    List<CaseEvent> events =
        inProgress().when(new Prepare(MISSION, LocalDate.parse("2026-10-05"))).events();
    assertThat(events)
        .extracting(it -> ((NextActionAdded) it).action().due().orElseThrow())
        .containsOnly(LocalDate.parse("2026-10-01"));
  }

  @Test
  void news_is_to_be_looked_at_once_until_somebody_did() {
    Consider first = news("nxa_n1", Optional.of(LocalDate.parse("2026-12-20")));
    Consider second = news("nxa_n2", Optional.empty());
    List<CaseEvent> events = inProgress().by("meti").when(first).events();
    assertThat(events)
        .extracting(it -> ((NextActionAdded) it).action().due().orElseThrow())
        .containsExactly(LocalDate.parse("2026-11-30")); // 15 working days before 20 December
    var told = inProgress().given(first);
    told.when(first).thenNothing();
    told.when(second).thenNothing();
    assertThat(told.given(new CompleteAction("nxa_n1")).when(second).events()).hasSize(1);
    told.given(new CompleteAction("nxa_n1")).when(first).thenNothing();
  }

  private static Consider news(String action, Optional<LocalDate> closes) {
    return new Consider(action, "consider-tender", "tnd_" + "0".repeat(26), closes);
  }

  @Test
  void given_to_another_office_it_stays_where_it_stands() {
    Case given = inProgress().given(new Reassign(OTHER_OFFICE, Optional.empty())).state();
    assertThat(given.state()).isEqualTo(CaseState.IN_PROGRESS);
    assertThat(given.office()).contains(OTHER_OFFICE);
    assertThat(given.stays()).hasSize(3);
  }

  @Test
  void a_case_goes_with_its_company_in_whatever_state_it_is() {
    var event = new CaseCompanyMerged(CASE, SURVIVOR, COMPANY);
    opened().when(new FollowCompany(SURVIVOR)).then(event);
    inProgress().given(CLOSE).when(new FollowCompany(SURVIVOR)).then(event);
    var followed = inProgress().given(new FollowCompany(SURVIVOR));
    followed.when(new FollowCompany(SURVIVOR)).thenNothing();
    assertThat(followed.state().subject().companyId()).isEqualTo(SURVIVOR);
    assertThat(followed.state().state()).isEqualTo(CaseState.IN_PROGRESS);
  }

  @Test
  void one_that_joins_another_is_closed_and_says_where_it_goes_on() {
    Join join = new Join(OTHER, SURVIVOR);
    var joined = inProgress().given(TO_PMDA, ADVICE, join);
    joined.when(join).thenNothing();
    assertThat(joined.state().state()).isEqualTo(CaseState.CLOSED);
    assertThat(joined.state().ending().flatMap(Case.Ending::into)).contains(OTHER);
    assertThat(joined.state().notes()).hasSize(1);
    assertThat(joined.by("pmda").when(new Decline("ref_1", "no")).events()).hasSize(1);
  }

  @Test
  void one_that_takes_another_in_has_its_agencies_its_origins_and_what_is_to_be_done() {
    Case other = inProgress().given(ACTION).state();
    TakeIn taken =
        new TakeIn(
            OTHER,
            List.of(AgencyCode.of("jica"), AgencyCode.of("jetro"), AgencyCode.of("meti")),
            List.of(LINKAGE, "need_00000000000000000000000001"),
            other.actions());
    var after = opened().given(taken);
    after.when(taken).thenNothing();
    assertThat(after.state().attached())
        .containsExactly(AgencyCode.of("jica"), AgencyCode.of("meti"));
    assertThat(after.state().arisesFrom())
        .containsExactly(LINKAGE, OTHER, "need_00000000000000000000000001");
    assertThat(after.state().openActions()).extracting(NextAction::id).containsExactly("nxa_1");
    assertThat(after.state().openActions()).allMatch(it -> it.text().isEmpty());
  }

  private static Confidence read(Case one, String agency) {
    return Confidence.of(one, Consent.NONE, AgencyCode.of(agency), NOON);
  }

  private static Consent consent(String agency, String purpose, String until) {
    return new Consent(
        List.of(new Consent.Grant(agency, List.of(purpose), Optional.of(LocalDate.parse(until)))));
  }

  private static Open changed(String company, Cell cell, List<String> tags) {
    return new Open(
        CASE, company, cell, Optional.empty(), List.of(), tags, List.of(), Optional.empty(), true);
  }
}
