package dev.kanmin.trademissions.meeting;

import java.util.Optional;

/** Who can have a timetable of their own: companies, counterparts and interpreters. */
final class Participants {
  private Participants() {}

  static boolean takesPart(Meeting meeting, String participant) {
    return meeting.has(participant) || meeting.interpreter().equals(Optional.of(participant));
  }

  /** Refused if the plan has nobody of that id or code. */
  static void require(MeetingSetUp setUp, String participant) {
    if (setUp.party(participant).isEmpty()
        && setUp.interpreters().stream().noneMatch(it -> it.code().equals(participant))) {
      throw MeetingRules.NO_SUCH_PARTICIPANT.refuse(
          "Name a company, a counterpart or an interpreter of the set-up.");
    }
  }
}
