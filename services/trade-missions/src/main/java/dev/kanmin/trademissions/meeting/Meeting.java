package dev.kanmin.trademissions.meeting;

import java.util.Optional;

/**
 * A meeting of a plan.
 *
 * @param slot {@code 2027-02-08T09:30}, in the venue's time zone
 * @param table its code
 * @param interpreter its code, where one is needed
 * @param pinned whether a new search has to leave it as it is
 * @param attendance what became of it
 * @param note on what was said, up to 2,000 characters; for the plan's agencies alone
 */
public record Meeting(
    String company,
    String counterpart,
    String slot,
    String table,
    Optional<String> interpreter,
    boolean pinned,
    Optional<Attendance> attendance,
    Optional<String> note) {

  static Meeting planned(
      MeetingPair pair, String slot, String table, Optional<String> interpreter) {
    return new Meeting(
        pair.company(),
        pair.counterpart(),
        slot,
        table,
        interpreter,
        false,
        Optional.empty(),
        Optional.empty());
  }

  MeetingPair pair() {
    return new MeetingPair(company, counterpart);
  }

  boolean has(String party) {
    return company.equals(party) || counterpart.equals(party);
  }

  Meeting pinned(boolean now) {
    return new Meeting(company, counterpart, slot, table, interpreter, now, attendance, note);
  }

  Meeting attended(Attendance what, Optional<String> newNote) {
    return new Meeting(
        company, counterpart, slot, table, interpreter, pinned, Optional.of(what), newNote);
  }
}
