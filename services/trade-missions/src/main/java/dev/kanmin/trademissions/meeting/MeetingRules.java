package dev.kanmin.trademissions.meeting;

import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;

/** What can forbid a command on a meeting plan. */
final class MeetingRules {
  static final Rule NO_SUCH_PLAN =
      Rule.notFound("no-such-meeting-plan", "There is no such meeting plan");
  static final Rule NO_SUCH_MISSION =
      Rule.invalid("no-mission-to-meet-at", "There is no such mission that is still to come");
  static final Rule NOT_YOUR_PLAN =
      Rule.forbidden("not-your-meeting-plan", "Other agencies may do this with the meeting plan");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("meeting-plan-not-in-this-state", "The plan's state does not allow this");
  static final Rule ALREADY_PREPARED =
      Rule.conflict("meeting-plan-already-prepared", "The mission has a meeting plan");
  static final Rule NOTHING_TO_PLAN =
      Rule.conflict("nothing-to-plan", "Slots, a table or requests are missing");
  static final Rule UNKNOWN_PARTY =
      Rule.invalid("unknown-meeting-party", "The plan has no such company or counterpart");
  static final Rule NO_SUCH_PARTICIPANT =
      Rule.notFound("no-such-meeting-participant", "The plan has no such participant");
  static final Rule NO_SUCH_MEETING =
      Rule.invalid("no-such-meeting", "The plan has no meeting of these two");
  static final Rule UNKNOWN_SLOT = Rule.invalid("unknown-slot", "The plan has no such slot");
  static final Rule UNKNOWN_TABLE = Rule.invalid("unknown-table", "The plan has no such table");
  static final Rule UNKNOWN_INTERPRETER =
      Rule.invalid("unknown-interpreter", "The plan has no such interpreter");
  static final Rule REPEATED_CODE = Rule.invalid("repeated-code", "Two have the same code or id");
  static final Rule SLOTS_OUT_OF_ORDER =
      Rule.invalid("slots-out-of-order", "Slots follow each other and do not overlap");
  static final Rule ILL_FORMED_TIME =
      Rule.invalid("ill-formed-time", "A time of day is written as 09:30");
  static final Rule ILL_FORMED_ID =
      Rule.invalid("ill-formed-party", "The id is not one of the directory");
  static final Rule TIMES_OUT_OF_ORDER =
      Rule.invalid("times-out-of-order", "A time ends before it begins");
  static final Rule NO_LANGUAGE =
      Rule.invalid("no-language", "A party or an interpreter speaks too few languages");
  static final Rule STILL_NEEDED =
      Rule.conflict("meeting-part-still-needed", "A request or a pinned meeting needs it");
  static final Rule PIN_IN_THE_WAY =
      Rule.conflict("pin-in-the-way", "A pinned meeting is in the way");
  static final Rule CANNOT_MEET_THERE =
      Rule.conflict("cannot-meet-there", "The two cannot meet at that place and time");
  static final Rule PARTY_ABSENT =
      Rule.conflict("meeting-party-absent", "A party of a planned meeting does not come");
  static final Rule NOT_BEGUN = Rule.conflict("meeting-not-begun", "The meeting has not begun yet");
  static final Rule ATTENDANCE_MISSING =
      Rule.conflict("attendance-missing", "Not every meeting says what became of it");

  private MeetingRules() {}

  static Optional<String> prepared(MeetingPlan plan) {
    return plan.mission().map(it -> "It is the plan of mission " + it.id() + ".");
  }

  static Optional<String> lackingToSearch(MeetingPlan plan) {
    MeetingSetUp setUp = plan.known();
    if (setUp.slots().isEmpty()) {
      return Optional.of("Set up days with slots first.");
    }
    if (setUp.tables().isEmpty()) {
      return Optional.of("Set up a table first.");
    }
    return plan.requests().isEmpty()
        ? Optional.of("Nobody has asked for a meeting yet.")
        : Optional.empty();
  }
}
