package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Verb;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.ConfirmFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.Register;
import dev.kanmin.odalinkage.activity.ActivityCommand.Revise;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivityDeciderTest {
  private static final AgencyCode JICA = AgencyCode.of("jica");
  private static final AgencyCode MOFA = AgencyCode.of("mofa");
  private static final AgencyCode JETRO = AgencyCode.of("jetro");
  private static final String OURS = Samples.JICA + "-SAMPLE-1";
  private static final String THEIRS = Samples.BANK + "-1";

  private final Ownership ownership = new Ownership(new Delegations(Map.of(MOFA, Set.of(JICA))));
  private final LifeCycle<ActivityCommand, Activity> lifeCycle = ActivityLifeCycle.under(ownership);
  private final ActivityDecider decider = new ActivityDecider(ownership, lifeCycle);

  @Test
  void a_report_of_one_of_our_agencies_is_that_agencys() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    assertThat(facts(activity).owner()).isEqualTo(JICA);
    assertThat(facts(activity).reportingOrganisation().agency()).contains(JICA);
  }

  @Test
  void a_report_of_one_of_our_agencies_is_refused_from_another() {
    refused(Activity.UNKNOWN, imported(JETRO, OURS, "Endoscopy"), ActivityRules.OWNED_BY_OTHER);
  }

  @Test
  void a_delegate_brings_its_principals_report_and_the_principal_owns_it() {
    Samples.Sample sample =
        Samples.one(Samples.inVietNam("XM-DAC-701-2", "XM-DAC-701-2-SAMPLE-1", "Endoscopy"));
    Activity activity = given(new Asked(JICA, new Import(sample.report(), sample.activity())));
    assertThat(facts(activity).owner()).isEqualTo(MOFA);
  }

  @Test
  void delegation_goes_one_way() {
    refused(Activity.UNKNOWN, imported(MOFA, OURS, "Endoscopy"), ActivityRules.OWNED_BY_OTHER);
  }

  @Test
  void another_publishers_report_belongs_to_its_first_importer() {
    Activity activity = given(imported(JETRO, THEIRS, "Endoscopy"));
    assertThat(facts(activity).owner()).isEqualTo(JETRO);
    refused(activity, imported(JICA, THEIRS, "Endoscopy, revised"), ActivityRules.OWNED_BY_OTHER);
    refused(activity, jica(new ConfirmFields(List.of())), ActivityRules.OWNED_BY_OTHER);
  }

  @Test
  void nobody_occupies_our_agencies_identifiers_in_another_publishers_name() {
    Samples.Sample sample = Samples.one(Samples.inVietNam(Samples.BANK, OURS, "Endoscopy"));
    refused(
        Activity.UNKNOWN,
        new Asked(JETRO, new Import(sample.report(), sample.activity())),
        ActivityRules.OWNED_BY_OTHER);
  }

  @Test
  void nobody_occupies_our_agencies_identifiers_in_the_own_name_of_another_of_them() {
    Samples.Sample sample = Samples.one(Samples.inVietNam("XM-DAC-701-2", OURS, "Endoscopy"));
    refused(
        Activity.UNKNOWN,
        new Asked(MOFA, new Import(sample.report(), sample.activity())),
        ActivityRules.OWNED_BY_OTHER);
    refused(
        Activity.UNKNOWN,
        new Asked(MOFA, new Register(sample.report(), sample.activity(), Optional.empty())),
        ActivityRules.OWNED_BY_OTHER);
    for (String identifier : List.of(Samples.JICA, Samples.JICA + "_1", "xm-dac-701-8-1")) {
      Samples.Sample other = Samples.one(Samples.inVietNam("XM-DAC-701-2", identifier, "x"));
      refused(
          Activity.UNKNOWN,
          new Asked(MOFA, new Import(other.report(), other.activity())),
          ActivityRules.OWNED_BY_OTHER);
    }
  }

  @Test
  void an_identifier_that_only_begins_with_the_same_digits_is_nobodys() {
    String identifier = Samples.JICA + "0-1";
    Samples.Sample sample = Samples.one(Samples.inVietNam(Samples.BANK, identifier, "Endoscopy"));
    assertThat(
            facts(given(new Asked(JETRO, new Import(sample.report(), sample.activity())))).owner())
        .isEqualTo(JETRO);
  }

  @Test
  void whoever_owns_the_identifier_gets_what_another_occupied() {
    Activity occupied = given(imported(JETRO, THEIRS, "Occupied"));
    ActivityFacts wrong = facts(occupied);
    Samples.Sample ours = Samples.one(Samples.inVietNam(Samples.JICA, OURS, "Endoscopy"));
    assertThat(new Ownership(Delegations.NONE).ofReport(ours.activity(), Optional.of(wrong), JICA))
        .isEqualTo(JICA);
  }

  @Test
  void an_older_report_does_not_take_the_place_of_a_newer_one() {
    Activity activity = given(dated("2026-11-01T00:00:00Z", "Newer"));
    refused(activity, dated("2026-10-31T23:59:59Z", "Older"), ActivityRules.OLDER_REPORT);
    assertThat(facts(given(activity, dated("2026-11-02T09:00:00+09:00", "Newest"))).title())
        .containsEntry("en", "Newest");
    assertThat(facts(given(activity, imported(JICA, OURS, "Without a date"))).title())
        .containsEntry("en", "Without a date");
  }

  @Test
  void a_report_from_the_future_counts_as_of_now_and_does_not_keep_out_later_ones() {
    Activity activity = given(dated("2099-01-01T00:00:00Z", "From the future"));
    assertThat(facts(activity).lastUpdated()).contains(Asked.NOW);
    Samples.Sample later = sample("2026-11-24T00:00:00Z", "Later");
    assertThat(
            facts(
                    given(
                        activity,
                        jica(new Import(later.report(), later.activity()))
                            .at(Asked.NOW.plusSeconds(200_000))))
                .title())
        .containsEntry("en", "Later");
  }

  @Test
  void a_new_time_stamp_alone_changes_nothing() {
    Activity activity = given(dated("2026-11-01T00:00:00Z", "Endoscopy"));
    assertThat(decide(dated("2026-11-20T00:00:00Z", "Endoscopy"), activity)).isEmpty();
    assertThat(decide(dated("2026-10-20T00:00:00Z", "Endoscopy"), activity)).isEmpty();
  }

  @Test
  void what_was_entered_is_not_replaced_by_an_older_file() {
    Samples.Sample entered = sample("2026-11-10T00:00:00Z", "Entered");
    Activity activity =
        given(jica(new Register(entered.report(), entered.activity(), Optional.empty())));
    refused(activity, dated("2026-11-09T00:00:00Z", "Older file"), ActivityRules.OLDER_REPORT);
  }

  private static Asked dated(String lastUpdated, String title) {
    Samples.Sample sample = sample(lastUpdated, title);
    return jica(new Import(sample.report(), sample.activity()));
  }

  private static Samples.Sample sample(String lastUpdated, String title) {
    return Samples.one(
        Samples.inVietNam(Samples.JICA, OURS, title)
            .replace(
                "<iati-activity ", "<iati-activity last-updated-datetime='" + lastUpdated + "' "));
  }

  @Test
  void the_same_report_again_changes_nothing() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    assertThat(decide(imported(JICA, OURS, "Endoscopy"), activity)).isEmpty();
  }

  @Test
  void a_newer_report_keeps_what_officers_decided() {
    Activity activity =
        given(
            imported(JICA, OURS, "Endoscopy"),
            jica(new SetScheme("grant-aid")),
            advance("tender", "2026-10-01"),
            jica(
                new OverrideFields(
                    List.of(Field.of("telemedicine")),
                    OverrideReason.WRONG_FIELD,
                    Optional.of("Seen the minutes"))),
            imported(JICA, OURS, "Endoscopy, second phase"));

    assertThat(facts(activity).title()).containsEntry("en", "Endoscopy, second phase");
    assertThat(facts(activity).scheme()).contains("grant-aid");
    assertThat(facts(activity).step()).contains("tender");
    assertThat(fields(activity)).containsExactly("telemedicine overridden");
    assertThat(activity.overrideRemark()).contains("Seen the minutes");
  }

  @Test
  void confirmed_fields_stay_and_new_ones_are_found_beside_them() {
    Activity activity =
        given(
            imported(JICA, OURS, "Endoscopy"),
            jica(new ConfirmFields(List.of())),
            imported(JICA, OURS, "Dialysis"));
    assertThat(fields(activity))
        .containsExactly("endoscopy confirmed", "blood-purification automatic");
  }

  @Test
  void only_a_field_that_was_found_can_be_confirmed() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    refused(
        activity,
        jica(new ConfirmFields(List.of(Field.of("telemedicine")))),
        ActivityRules.FIELD_NOT_FOUND);
    refused(
        given(imported(JICA, OURS, "Nothing in particular")),
        jica(new ConfirmFields(List.of())),
        ActivityRules.NOTHING_TO_CONFIRM);
  }

  @Test
  void confirming_twice_changes_nothing() {
    Activity activity =
        given(imported(JICA, OURS, "Endoscopy"), jica(new ConfirmFields(List.of())));
    assertThat(decide(jica(new ConfirmFields(List.of())), activity)).isEmpty();
  }

  @Test
  void no_field_at_all_can_be_decided_and_survives_a_newer_report() {
    Activity activity =
        given(
            imported(JICA, OURS, "Endoscopy"),
            jica(new OverrideFields(List.of(), OverrideReason.NO_FIELD_FITS, Optional.empty())),
            imported(JICA, OURS, "Endoscopy again"));
    assertThat(fields(activity)).isEmpty();
  }

  @Test
  void fields_and_the_reason_for_them_must_go_together() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    refused(
        activity,
        jica(new OverrideFields(List.of(), OverrideReason.WRONG_FIELD, Optional.empty())),
        ActivityRules.FIELDS_CONTRADICT_REASON);
    refused(
        activity,
        jica(
            new OverrideFields(List.of(Field.CROSS_FIELD), OverrideReason.OTHER, Optional.empty())),
        ActivityRules.REMARK_REQUIRED);
  }

  @Test
  void steps_are_reached_in_order_and_may_be_left_out() {
    Activity activity =
        given(
            imported(JICA, OURS, "Endoscopy"),
            jica(new SetScheme("grant-aid")),
            advance("preparatory-survey", "2026-04-10"),
            advance("tender", "2026-10-01"));
    assertThat(activity.course().reached())
        .extracting(Course.ReachedStep::step)
        .containsExactly("preparatory-survey", "tender");
    assertThat(facts(activity).nextStep()).contains("contract");
  }

  @Test
  void a_step_needs_a_scheme_that_has_it() {
    refused(
        given(imported(JICA, OURS, "Endoscopy")),
        advance("tender", "2026-10-01"),
        ActivityRules.SCHEME_NOT_SET);
    refused(underGrant(), advance("loan-agreement", "2026-10-01"), ActivityRules.UNKNOWN_STEP);
  }

  @Test
  void going_back_needs_a_correction_with_a_reason() {
    Activity activity = given(underGrant(), advance("tender", "2026-10-01"));
    refused(activity, advance("grant-agreement", "2026-10-02"), ActivityRules.STEP_GOES_BACK);

    Activity corrected =
        given(activity, correct(Optional.of("grant-agreement"), Optional.of("2026-09-01")));
    assertThat(facts(corrected).step()).contains("grant-agreement");
    assertThat(facts(corrected).nextStep()).contains("tender");
  }

  @Test
  void a_correction_cannot_run_ahead() {
    Activity activity = given(underGrant(), advance("tender", "2026-10-01"));
    refused(
        activity,
        correct(Optional.of("contract"), Optional.of("2026-10-02")),
        ActivityRules.STEP_NOT_REACHED);
    refused(
        underGrant(),
        correct(Optional.of("tender"), Optional.empty()),
        ActivityRules.STEP_NOT_REACHED);
  }

  @Test
  void everything_reached_can_be_taken_back() {
    Activity activity =
        given(
            underGrant(),
            advance("tender", "2026-10-01"),
            correct(Optional.empty(), Optional.empty()));
    assertThat(facts(activity).step()).isEmpty();
    assertThat(facts(activity).nextStep()).isEmpty();
  }

  @Test
  void a_step_lies_neither_in_the_future_nor_before_the_one_before_it() {
    refused(underGrant(), advance("tender", "2026-11-24"), ActivityRules.STEP_IN_FUTURE);
    refused(
        given(underGrant(), advance("tender", "2026-10-01")),
        advance("contract", "2026-09-30"),
        ActivityRules.STEP_DATES_OUT_OF_ORDER);
  }

  @Test
  void a_step_that_the_scheme_did_not_have_on_that_day_is_refused() {
    refused(
        underGrant(),
        advance("grant-agreement", "2008-09-30"),
        ActivityRules.STEP_NOT_OF_THAT_TIME);
  }

  @Test
  void the_same_step_again_updates_what_comes_next_and_nothing_else() {
    Activity activity = given(underGrant(), advance("tender", "2026-10-01"));
    assertThat(decide(advance("tender", "2026-10-01"), activity)).isEmpty();
    refused(activity, advance("tender", "2026-10-02"), ActivityRules.STEP_ALREADY_REACHED);

    Activity expected =
        given(
            activity,
            jica(
                new Advance(
                    "tender",
                    LocalDate.of(2026, 10, 1),
                    Optional.empty(),
                    Optional.of("contract"),
                    Optional.of(LocalDate.of(2027, 1, 15)))));
    assertThat(facts(expected).nextDate()).contains(LocalDate.of(2027, 1, 15));
    assertThat(expected.course().reached()).hasSize(1);
  }

  @Test
  void what_is_expected_next_lies_ahead() {
    refused(
        underGrant(),
        jica(
            new Advance(
                "tender",
                LocalDate.of(2026, 10, 1),
                Optional.empty(),
                Optional.of("cabinet-approval"),
                Optional.empty())),
        ActivityRules.NEXT_STEP_NOT_AHEAD);
    refused(
        underGrant(),
        jica(
            new Advance(
                "tender",
                LocalDate.of(2026, 10, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 9, 30)))),
        ActivityRules.NEXT_STEP_NOT_AHEAD);
  }

  @Test
  void a_scheme_changes_only_if_it_has_the_steps_that_were_reached() {
    Activity activity = given(underGrant(), advance("grant-agreement", "2026-10-01"));
    refused(activity, jica(new SetScheme("oda-loan")), ActivityRules.STEPS_NOT_IN_SCHEME);

    Activity early = given(underGrant(), advance("preparatory-survey", "2026-10-01"));
    assertThat(facts(given(early, jica(new SetScheme("oda-loan")))).scheme()).contains("oda-loan");
  }

  @Test
  void a_retired_scheme_takes_no_activity_that_began_later() {
    refused(
        given(imported(JICA, OURS, "Endoscopy")),
        jica(new SetScheme("feasibility-survey")),
        ActivityRules.SCHEME_NOT_OFFERED);
    refused(
        given(imported(JICA, OURS, "Endoscopy")),
        jica(new SetScheme("no-such-scheme")),
        ActivityRules.UNKNOWN_SCHEME);
  }

  @Test
  void an_identifier_is_entered_once() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    refused(activity, registered("Endoscopy"), ActivityRules.IDENTIFIER_TAKEN);
  }

  @Test
  void what_was_imported_is_not_revised_by_hand() {
    Samples.Sample sample = Samples.one(Samples.inVietNam(Samples.JICA, OURS, "Revised"));
    refused(
        given(imported(JICA, OURS, "Endoscopy")),
        jica(new Revise(sample.report(), sample.activity())),
        ActivityRules.IMPORTED);
  }

  @Test
  void what_was_entered_is_revised_under_the_same_identifier() {
    Activity activity = given(registered("Endoscopy"));
    Samples.Sample revised = Samples.one(Samples.inVietNam(Samples.JICA, OURS, "Dialysis"));
    Samples.Sample other = Samples.one(Samples.inVietNam(Samples.JICA, OURS + "-X", "Dialysis"));

    assertThat(
            facts(given(activity, jica(new Revise(revised.report(), revised.activity())))).title())
        .containsEntry("en", "Dialysis");
    refused(
        activity,
        jica(new Revise(other.report(), other.activity())),
        ActivityRules.IDENTIFIER_FIXED);
  }

  @Test
  void a_step_cannot_have_been_reached_before_its_day_begins_in_japan() {
    Activity activity = underGrant();
    Asked today = advance("tender", Asked.TODAY.toString());
    Instant midnight = Asked.TODAY.atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant();

    assertThat(decide(today.at(midnight), activity)).hasSize(1);
    refused(activity, today.at(midnight.minusMillis(1)), ActivityRules.STEP_IN_FUTURE);
  }

  @Test
  void evidence_and_remarks_have_bounds() {
    refused(
        underGrant(),
        jica(
            new Advance(
                "tender",
                LocalDate.of(2026, 10, 1),
                Optional.of("x".repeat(501)),
                Optional.empty(),
                Optional.empty())),
        Checks.TEXT_OUT_OF_BOUNDS);
    refused(
        underGrant(),
        jica(
            new OverrideFields(
                List.of(Field.CROSS_FIELD), OverrideReason.OTHER, Optional.of("  "))),
        Checks.TEXT_OUT_OF_BOUNDS);
  }

  @Test
  void only_a_report_brings_an_activity_into_being() {
    assertThat(lifeCycle.verbs())
        .filteredOn(Verb::isBirth)
        .extracting(Verb::code)
        .containsExactly("import", "register");
  }

  @Test
  void the_owner_is_offered_what_can_be_done_now_and_told_why_the_rest_cannot() {
    Activity activity = given(imported(JICA, OURS, "Nothing in particular"));
    assertThat(offered(activity, JICA))
        .containsExactly(
            "revise imported-activity",
            "set-scheme",
            "advance scheme-not-set",
            "correct-step scheme-not-set",
            "confirm-fields nothing-to-confirm",
            "override-fields");
    assertThat(offered(underGrant(), JICA))
        .contains("advance", "correct-step", "confirm-fields")
        .contains("revise imported-activity");
    assertThat(offered(given(registered("Endoscopy")), JICA)).contains("revise");
  }

  @Test
  void another_agency_is_offered_nothing() {
    assertThat(offered(underGrant(), JETRO)).allMatch(action -> action.endsWith(" owned-by-other"));
  }

  @Test
  void what_is_offered_is_not_refused_by_the_table_when_it_is_asked_for() {
    Activity activity = underGrant();
    assertThat(decide(jica(new ConfirmFields(List.of())), activity)).hasSize(1);
    assertThat(decide(advance("tender", "2026-10-01"), activity)).hasSize(1);
  }

  private List<String> offered(Activity activity, AgencyCode agency) {
    return lifeCycle.actions(activity, agency, Asked.NOW).stream()
        .map(
            action ->
                action.verb()
                    + action.refusal().map(refusal -> " " + refusal.rule().code()).orElse(""))
        .toList();
  }

  private Activity underGrant() {
    return given(imported(JICA, OURS, "Endoscopy"), jica(new SetScheme("grant-aid")));
  }

  private static Asked imported(AgencyCode agency, String identifier, String title) {
    String publisher = identifier.startsWith(Samples.JICA) ? Samples.JICA : Samples.BANK;
    Samples.Sample sample = Samples.one(Samples.inVietNam(publisher, identifier, title));
    return new Asked(agency, new Import(sample.report(), sample.activity()));
  }

  private static Asked registered(String title) {
    Samples.Sample sample = Samples.one(Samples.inVietNam(Samples.JICA, OURS, title));
    return jica(new Register(sample.report(), sample.activity(), Optional.empty()));
  }

  private static Asked advance(String step, String date) {
    return jica(
        new Advance(
            step, LocalDate.parse(date), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Asked correct(Optional<String> step, Optional<String> date) {
    return jica(
        new CorrectStep(
            step,
            date.map(LocalDate::parse),
            Optional.empty(),
            StepCorrectionReason.ENTERED_BY_MISTAKE));
  }

  private static Asked jica(ActivityCommand command) {
    return new Asked(JICA, command);
  }

  private List<ActivityEvent> decide(Asked asked, Activity activity) {
    return decider.decide(asked.command(), activity, asked.context());
  }

  private Activity given(Asked... commands) {
    return given(Activity.UNKNOWN, commands);
  }

  private Activity given(Activity activity, Asked... commands) {
    Activity state = activity;
    for (Asked asked : commands) {
      for (ActivityEvent event : decide(asked, state)) {
        state = decider.evolve(state, event);
        assertThat(event.activity()).isEqualTo(state.facts().orElseThrow());
      }
    }
    return state;
  }

  private void refused(Activity activity, Asked asked, Rule rule) {
    assertThatThrownBy(() -> decide(asked, activity))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  private static ActivityFacts facts(Activity activity) {
    return activity.facts().orElseThrow();
  }

  private static List<String> fields(Activity activity) {
    return facts(activity).fields().stream()
        .map(mapping -> mapping.field() + " " + mapping.state().name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
