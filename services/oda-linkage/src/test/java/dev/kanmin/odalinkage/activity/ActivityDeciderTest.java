package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.Refusal;
import dev.kanmin.events.Rule;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.ConfirmFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.Register;
import dev.kanmin.odalinkage.activity.ActivityCommand.Revise;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import java.time.LocalDate;
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
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String OURS = Samples.JICA + "-SAMPLE-1";
  private static final String THEIRS = Samples.BANK + "-1";

  private final ActivityDecider decider =
      new ActivityDecider(new Delegations(Map.of(MOFA, Set.of(JICA))));

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
    Activity activity = given(new Import(JICA, sample.report(), sample.activity()));
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
    refused(activity, new ConfirmFields(JICA, List.of()), ActivityRules.OWNED_BY_OTHER);
  }

  @Test
  void nobody_occupies_our_agencies_identifiers_in_another_publishers_name() {
    Samples.Sample sample = Samples.one(Samples.inVietNam(Samples.BANK, OURS, "Endoscopy"));
    refused(
        Activity.UNKNOWN,
        new Import(JETRO, sample.report(), sample.activity()),
        ActivityRules.OWNED_BY_OTHER);
  }

  @Test
  void the_same_report_again_changes_nothing() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    assertThat(decider.decide(imported(JICA, OURS, "Endoscopy"), activity)).isEmpty();
  }

  @Test
  void a_newer_report_keeps_what_officers_decided() {
    Activity activity =
        given(
            imported(JICA, OURS, "Endoscopy"),
            new SetScheme(JICA, "grant-aid", TODAY),
            advance("tender", "2026-10-01"),
            new OverrideFields(
                JICA,
                List.of(Field.of("telemedicine")),
                OverrideReason.WRONG_FIELD,
                Optional.of("Seen the minutes")),
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
            new ConfirmFields(JICA, List.of()),
            imported(JICA, OURS, "Dialysis"));
    assertThat(fields(activity))
        .containsExactly("endoscopy confirmed", "blood-purification automatic");
  }

  @Test
  void only_a_field_that_was_found_can_be_confirmed() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    refused(
        activity,
        new ConfirmFields(JICA, List.of(Field.of("telemedicine"))),
        ActivityRules.FIELD_NOT_FOUND);
    refused(
        given(imported(JICA, OURS, "Nothing in particular")),
        new ConfirmFields(JICA, List.of()),
        ActivityRules.NOTHING_TO_CONFIRM);
  }

  @Test
  void confirming_twice_changes_nothing() {
    Activity activity =
        given(imported(JICA, OURS, "Endoscopy"), new ConfirmFields(JICA, List.of()));
    assertThat(decider.decide(new ConfirmFields(JICA, List.of()), activity)).isEmpty();
  }

  @Test
  void no_field_at_all_can_be_decided_and_survives_a_newer_report() {
    Activity activity =
        given(
            imported(JICA, OURS, "Endoscopy"),
            new OverrideFields(JICA, List.of(), OverrideReason.NO_FIELD_FITS, Optional.empty()),
            imported(JICA, OURS, "Endoscopy again"));
    assertThat(fields(activity)).isEmpty();
  }

  @Test
  void fields_and_the_reason_for_them_must_go_together() {
    Activity activity = given(imported(JICA, OURS, "Endoscopy"));
    refused(
        activity,
        new OverrideFields(JICA, List.of(), OverrideReason.WRONG_FIELD, Optional.empty()),
        ActivityRules.FIELDS_CONTRADICT_REASON);
    refused(
        activity,
        new OverrideFields(
            JICA, List.of(Field.CROSS_FIELD), OverrideReason.OTHER, Optional.empty()),
        ActivityRules.REMARK_REQUIRED);
  }

  @Test
  void steps_are_reached_in_order_and_may_be_left_out() {
    Activity activity =
        given(
            imported(JICA, OURS, "Endoscopy"),
            new SetScheme(JICA, "grant-aid", TODAY),
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
    assertThat(decider.decide(advance("tender", "2026-10-01"), activity)).isEmpty();
    refused(activity, advance("tender", "2026-10-02"), ActivityRules.STEP_ALREADY_REACHED);

    Activity expected =
        given(
            activity,
            new Advance(
                JICA,
                "tender",
                LocalDate.of(2026, 10, 1),
                Optional.empty(),
                Optional.of("contract"),
                Optional.of(LocalDate.of(2027, 1, 15)),
                TODAY));
    assertThat(facts(expected).nextDate()).contains(LocalDate.of(2027, 1, 15));
    assertThat(expected.course().reached()).hasSize(1);
  }

  @Test
  void what_is_expected_next_lies_ahead() {
    refused(
        underGrant(),
        new Advance(
            JICA,
            "tender",
            LocalDate.of(2026, 10, 1),
            Optional.empty(),
            Optional.of("cabinet-approval"),
            Optional.empty(),
            TODAY),
        ActivityRules.NEXT_STEP_NOT_AHEAD);
    refused(
        underGrant(),
        new Advance(
            JICA,
            "tender",
            LocalDate.of(2026, 10, 1),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 9, 30)),
            TODAY),
        ActivityRules.NEXT_STEP_NOT_AHEAD);
  }

  @Test
  void a_scheme_changes_only_if_it_has_the_steps_that_were_reached() {
    Activity activity = given(underGrant(), advance("grant-agreement", "2026-10-01"));
    refused(activity, new SetScheme(JICA, "oda-loan", TODAY), ActivityRules.STEPS_NOT_IN_SCHEME);

    Activity early = given(underGrant(), advance("preparatory-survey", "2026-10-01"));
    assertThat(facts(given(early, new SetScheme(JICA, "oda-loan", TODAY))).scheme())
        .contains("oda-loan");
  }

  @Test
  void a_retired_scheme_takes_no_activity_that_began_later() {
    refused(
        given(imported(JICA, OURS, "Endoscopy")),
        new SetScheme(JICA, "feasibility-survey", TODAY),
        ActivityRules.SCHEME_NOT_OFFERED);
    refused(
        given(imported(JICA, OURS, "Endoscopy")),
        new SetScheme(JICA, "no-such-scheme", TODAY),
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
        new Revise(JICA, sample.report(), sample.activity()),
        ActivityRules.IMPORTED);
  }

  @Test
  void what_was_entered_is_revised_under_the_same_identifier() {
    Activity activity = given(registered("Endoscopy"));
    Samples.Sample revised = Samples.one(Samples.inVietNam(Samples.JICA, OURS, "Dialysis"));
    Samples.Sample other = Samples.one(Samples.inVietNam(Samples.JICA, OURS + "-X", "Dialysis"));

    assertThat(
            facts(given(activity, new Revise(JICA, revised.report(), revised.activity()))).title())
        .containsEntry("en", "Dialysis");
    refused(
        activity,
        new Revise(JICA, other.report(), other.activity()),
        ActivityRules.IDENTIFIER_FIXED);
  }

  @Test
  void nothing_can_be_done_with_an_activity_that_is_not_there() {
    refused(Activity.UNKNOWN, advance("tender", "2026-10-01"), ActivityRules.UNKNOWN_ACTIVITY);
  }

  private Activity underGrant() {
    return given(imported(JICA, OURS, "Endoscopy"), new SetScheme(JICA, "grant-aid", TODAY));
  }

  private static Import imported(AgencyCode agency, String identifier, String title) {
    String publisher = identifier.startsWith(Samples.JICA) ? Samples.JICA : Samples.BANK;
    Samples.Sample sample = Samples.one(Samples.inVietNam(publisher, identifier, title));
    return new Import(agency, sample.report(), sample.activity());
  }

  private static Register registered(String title) {
    Samples.Sample sample = Samples.one(Samples.inVietNam(Samples.JICA, OURS, title));
    return new Register(JICA, sample.report(), sample.activity(), Optional.empty(), TODAY);
  }

  private static Advance advance(String step, String date) {
    return new Advance(
        JICA,
        step,
        LocalDate.parse(date),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TODAY);
  }

  private static CorrectStep correct(Optional<String> step, Optional<String> date) {
    return new CorrectStep(
        JICA,
        step,
        date.map(LocalDate::parse),
        Optional.empty(),
        StepCorrectionReason.ENTERED_BY_MISTAKE,
        TODAY);
  }

  private Activity given(ActivityCommand... commands) {
    return given(Activity.UNKNOWN, commands);
  }

  private Activity given(Activity activity, ActivityCommand... commands) {
    Activity state = activity;
    for (ActivityCommand command : commands) {
      for (ActivityEvent event : decider.decide(command, state)) {
        state = decider.evolve(state, event);
        assertThat(event.activity()).isEqualTo(state.facts().orElseThrow());
      }
    }
    return state;
  }

  private void refused(Activity activity, ActivityCommand command, Rule rule) {
    assertThatThrownBy(() -> decider.decide(command, activity))
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
