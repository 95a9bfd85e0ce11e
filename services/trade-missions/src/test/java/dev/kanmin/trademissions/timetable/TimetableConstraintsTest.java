package dev.kanmin.trademissions.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableConstraintsTest {
  private static final ConstraintVerifier<TimetableConstraints, Timetable> VERIFIER =
      ConstraintVerifier.create(
          TimetableSearch.config(Duration.ofSeconds(1), EnvironmentMode.NO_ASSERT));

  private static final List<Slot> SLOTS = Fair.slots(2, 4);
  private static final List<Table> TABLES = Fair.tables(3);

  private final Party olive = Fair.party(0, "ja");
  private final Party maple = Fair.party(1, "ja");
  private final Party clinic = Fair.party(2, "ja", "vi");
  private final Party ministry = Fair.party(3, "vi");
  private final Interpreter interpreter = Fair.interpreter(0, "ja", "vi");

  @Test
  void a_company_meets_one_counterpart_at_a_time() {
    VERIFIER
        .verifyThat(TimetableConstraints::companyInOnePlace)
        .given(meeting(0, olive, clinic, 1, 0), meeting(1, olive, ministry, 1, 1))
        .penalizesBy(1);
    VERIFIER
        .verifyThat(TimetableConstraints::companyInOnePlace)
        .given(meeting(0, olive, clinic, 1, 0), meeting(1, olive, ministry, 2, 1))
        .penalizesBy(0);
  }

  @Test
  void a_counterpart_meets_one_company_at_a_time() {
    VERIFIER
        .verifyThat(TimetableConstraints::counterpartInOnePlace)
        .given(meeting(0, olive, clinic, 1, 0), meeting(1, maple, clinic, 1, 1))
        .penalizesBy(1);
  }

  @Test
  void an_interpreter_helps_at_one_meeting_at_a_time() {
    VERIFIER
        .verifyThat(TimetableConstraints::interpreterInOnePlace)
        .given(
            meeting(0, olive, ministry, 1, 0, interpreter),
            meeting(1, maple, clinic, 1, 1, interpreter))
        .penalizesBy(1);
  }

  @Test
  void one_meeting_takes_place_at_a_table_at_a_time() {
    VERIFIER
        .verifyThat(TimetableConstraints::oneMeetingAtATable)
        .given(meeting(0, olive, clinic, 1, 2), meeting(1, maple, ministry, 1, 2))
        .penalizesBy(1);
  }

  @Test
  void who_is_away_meets_nobody_unless_it_is_pinned() {
    Party away = Fair.absent(4, 1, "ja");
    VERIFIER
        .verifyThat(TimetableConstraints::everybodyIsThere)
        .given(meeting(0, away, clinic, 1, 0))
        .penalizesBy(1);
    VERIFIER
        .verifyThat(TimetableConstraints::everybodyIsThere)
        .given(meeting(0, away, clinic, 1, 0).pin())
        .penalizesBy(0);
  }

  @Test
  void both_parties_and_the_interpreter_have_a_seat() {
    Party many = new Party(4, 4, Set.of("ja"), new BitSet());
    VERIFIER
        .verifyThat(TimetableConstraints::everybodyHasASeat)
        .given(meeting(0, many, clinic, 1, 0))
        .penalizesBy(0);
    VERIFIER
        .verifyThat(TimetableConstraints::everybodyHasASeat)
        .given(meeting(0, many, ministry, 1, 0, interpreter))
        .penalizesBy(1);
  }

  @Test
  void parties_without_a_common_language_need_an_interpreter_of_both() {
    VERIFIER
        .verifyThat(TimetableConstraints::everybodyIsUnderstood)
        .given(meeting(0, olive, clinic, 1, 0), meeting(1, olive, ministry, 2, 0, interpreter))
        .penalizesBy(0);
    VERIFIER
        .verifyThat(TimetableConstraints::everybodyIsUnderstood)
        .given(
            meeting(0, olive, ministry, 1, 0),
            meeting(1, maple, ministry, 2, 0, Fair.interpreter(1, "ja", "th")))
        .penalizesBy(2);
  }

  @Test
  void no_pair_meets_twice() {
    VERIFIER
        .verifyThat(TimetableConstraints::noPairTwice)
        .given(meeting(0, olive, clinic, 1, 0), meeting(1, olive, clinic, 2, 0))
        .penalizesBy(1);
  }

  @Test
  void what_stood_is_dropped_last_and_seated_elsewhere_first() {
    Encounter dropped = before(0, olive, clinic).put(null, null);
    Encounter moved = before(1, maple, clinic).put(place(3, 0), null);
    Encounter seated = before(2, maple, ministry).put(place(1, 1), null);
    Encounter kept = before(3, olive, ministry);
    VERIFIER
        .verifyThat(TimetableConstraints::kept)
        .given(dropped, moved, seated, kept)
        .penalizesBy(Encounter.DROPPED + Encounter.MOVED + Encounter.SEATED_ELSEWHERE);
  }

  @Test
  void an_unmet_mutual_request_counts_and_any_unmet_request_by_its_priority() {
    Encounter mutual = new Encounter(0, olive, clinic, true, 7);
    Encounter oneSided = new Encounter(1, olive, ministry, false, 3);
    VERIFIER
        .verifyThat(TimetableConstraints::mutualRequests)
        .given(mutual, oneSided)
        .penalizesBy(1);
    VERIFIER
        .verifyThat(TimetableConstraints::priorities)
        .given(mutual, oneSided, meeting(2, maple, clinic, 0, 0))
        .penalizesBy(10);
  }

  @Test
  void the_first_meeting_of_a_party_is_worth_more_than_its_last() {
    wish(olive, 4);
    assertThat(TimetableConstraints.satisfaction(olive, 0)).isZero();
    assertThat(TimetableConstraints.satisfaction(olive, 1)).isEqualTo(437);
    assertThat(TimetableConstraints.satisfaction(olive, 2)).isEqualTo(750);
    assertThat(TimetableConstraints.satisfaction(olive, 4)).isEqualTo(TimetableConstraints.ALL);
    VERIFIER
        .verifyThat(TimetableConstraints::fairToCompanies)
        .given(meeting(0, olive, clinic, 0, 0), meeting(1, olive, ministry, 1, 0))
        .rewardsWith(750);
  }

  @Test
  void waiting_is_counted_between_meetings_of_a_day_and_not_over_night() {
    VERIFIER
        .verifyThat(TimetableConstraints::gapsOfCompanies)
        .given(
            meeting(0, olive, clinic, 0, 0),
            meeting(1, olive, ministry, 3, 0),
            meeting(2, olive, Fair.party(5, "ja"), 5, 0))
        .penalizesBy(2);
  }

  @Test
  void a_party_that_keeps_its_table_changes_nothing() {
    VERIFIER
        .verifyThat(TimetableConstraints::tablesOfCompanies)
        .given(
            meeting(0, olive, clinic, 0, 0),
            meeting(1, olive, ministry, 1, 1),
            meeting(2, olive, Fair.party(5, "ja"), 2, 0),
            meeting(3, olive, Fair.party(6, "ja"), 5, 2))
        .penalizesBy(1);
  }

  private static void wish(Party party, int times) {
    for (int i = 0; i < times; i++) {
      party.wishesOneMore();
    }
  }

  private static Encounter before(int index, Party company, Party counterpart) {
    return new Encounter(index, company, counterpart, false, 1).before(place(1, 0), null);
  }

  private static Place place(int slot, int table) {
    return new Place(SLOTS.get(slot), TABLES.get(table));
  }

  private static Encounter meeting(
      int index, Party company, Party counterpart, int slot, int table) {
    return meeting(index, company, counterpart, slot, table, null);
  }

  private static Encounter meeting(
      int index,
      Party company,
      Party counterpart,
      int slot,
      int table,
      @Nullable Interpreter interpreter) {
    return new Encounter(index, company, counterpart, false, 1)
        .put(place(slot, table), interpreter);
  }
}
