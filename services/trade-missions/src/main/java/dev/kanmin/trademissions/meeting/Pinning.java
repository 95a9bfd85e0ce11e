package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.Language;
import dev.kanmin.trademissions.meeting.MeetingPlanCommand.Pin;
import dev.kanmin.trademissions.meeting.MeetingPlanEvent.MeetingPinned;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Meetings that officers fix by hand. They obey the same hard constraints as all others. */
final class Pinning {
  private Pinning() {}

  static MeetingPinned pin(Pin pin, MeetingPlan plan) {
    MeetingPlanDecider.parties(pin.pair(), plan, "");
    MeetingSetUp setUp = plan.known();
    Optional<Meeting> now = plan.meeting(pin.pair());
    String slotCode =
        pin.slot()
            .or(() -> now.map(Meeting::slot))
            .orElseThrow(
                () ->
                    MeetingRules.UNKNOWN_SLOT.refuse(
                        "The two have no meeting yet: say in which slot.", "/slot"));
    SlotTime slot =
        setUp
            .slot(slotCode)
            .orElseThrow(
                () ->
                    MeetingRules.UNKNOWN_SLOT.refuse(
                        "Slots are written as 2027-02-08T09:30, in the venue's time zone.",
                        "/slot"));
    List<Meeting> others =
        plan.meetings().stream()
            .filter(it -> it.slot().equals(slot.code()) && !it.pair().equals(pin.pair()))
            .toList();
    Optional<Meeting> there = now.filter(it -> it.slot().equals(slot.code()));
    Meeting meeting =
        new Meeting(
            pin.company(),
            pin.counterpart(),
            slot.code(),
            table(pin, there, others, setUp),
            interpreter(pin, there, others, slot, setUp),
            true,
            now.flatMap(Meeting::attendance),
            now.flatMap(Meeting::note));
    absent(meeting, setUp)
        .ifPresent(
            it -> {
              throw MeetingRules.CANNOT_MEET_THERE.refuse(
                  it + " cannot come to " + meeting.slot() + ".", "/slot");
            });
    return new MeetingPinned(Optional.of(meeting), Optional.of(gaveWay(meeting, others)));
  }

  /** The plan without the meetings of these pairs. */
  static MeetingPlan without(List<MeetingPair> pairs, MeetingPlan plan) {
    return plan.meeting(plan.meetings().stream().filter(it -> !pairs.contains(it.pair())).toList());
  }

  /** Who of a meeting cannot come to it: a party, or the interpreter. */
  static Optional<String> absent(Meeting meeting, MeetingSetUp setUp) {
    Optional<SlotTime> slot = setUp.slot(meeting.slot());
    Optional<String> party =
        setUp
            .parties()
            .filter(it -> meeting.has(it.id()))
            .filter(it -> isAway(it.away(), slot))
            .map(MeetingParty::id)
            .findFirst();
    return party.or(
        () ->
            setUp.interpreters().stream()
                .filter(it -> meeting.interpreter().equals(Optional.of(it.code())))
                .filter(it -> isAway(it.away(), slot))
                .map(MeetingInterpreter::code)
                .findFirst());
  }

  private static boolean isAway(List<Away> away, Optional<SlotTime> slot) {
    return slot.isEmpty() || away.stream().anyMatch(it -> it.touches(slot.get()));
  }

  private static List<MeetingPair> gaveWay(Meeting meeting, List<Meeting> others) {
    List<Meeting> inTheWay =
        others.stream()
            .filter(
                it ->
                    it.has(meeting.company())
                        || it.has(meeting.counterpart())
                        || it.table().equals(meeting.table())
                        || (it.interpreter().isPresent()
                            && it.interpreter().equals(meeting.interpreter())))
            .toList();
    inTheWay.stream()
        .filter(it -> it.pinned() || it.attendance().isPresent())
        .findFirst()
        .ifPresent(
            it -> {
              throw MeetingRules.PIN_IN_THE_WAY.refuse(
                  "%s meets %s at %s, table %s; unpin it first."
                      .formatted(it.company(), it.counterpart(), it.slot(), it.table()));
            });
    return inTheWay.stream().map(Meeting::pair).toList();
  }

  private static String table(
      Pin pin, Optional<Meeting> there, List<Meeting> others, MeetingSetUp setUp) {
    int people = people(pin.pair(), setUp);
    Optional<String> wanted = pin.table().or(() -> there.map(Meeting::table));
    if (wanted.isEmpty()) {
      return setUp.tables().stream()
          .filter(it -> it.places() >= people)
          .filter(it -> others.stream().noneMatch(other -> other.table().equals(it.code())))
          .map(MeetingTable::code)
          .findFirst()
          .orElseThrow(
              () ->
                  MeetingRules.CANNOT_MEET_THERE.refuse(
                      "No table with " + people + " seats is free then; name one.", "/table"));
    }
    MeetingTable table =
        setUp.tables().stream()
            .filter(it -> it.code().equals(wanted.get()))
            .findFirst()
            .orElseThrow(
                () -> MeetingRules.UNKNOWN_TABLE.refuse("No table has this code.", "/table"));
    if (table.places() < people) {
      throw MeetingRules.CANNOT_MEET_THERE.refuse(
          "%d come, and the table has %d seats.".formatted(people, table.places()), "/table");
    }
    return table.code();
  }

  private static int people(MeetingPair pair, MeetingSetUp setUp) {
    int parties =
        setUp
            .parties()
            .filter(it -> it.id().equals(pair.company()) || it.id().equals(pair.counterpart()))
            .mapToInt(MeetingParty::comes)
            .sum();
    return parties + (needsInterpreter(pair, setUp) ? 1 : 0);
  }

  private static boolean needsInterpreter(MeetingPair pair, MeetingSetUp setUp) {
    return Collections.disjoint(
        languages(pair.company(), setUp), languages(pair.counterpart(), setUp));
  }

  private static Set<Language> languages(String party, MeetingSetUp setUp) {
    return setUp.party(party).map(it -> Set.copyOf(it.languages())).orElse(Set.of());
  }

  private static Optional<String> interpreter(
      Pin pin, Optional<Meeting> there, List<Meeting> others, SlotTime slot, MeetingSetUp setUp) {
    if (!needsInterpreter(pin.pair(), setUp)) {
      return Optional.empty();
    }
    Optional<String> wanted = pin.interpreter().or(() -> there.flatMap(Meeting::interpreter));
    if (wanted.isEmpty()) {
      return Optional.of(
          setUp.interpreters().stream()
              .filter(it -> !isAway(it.away(), Optional.of(slot)) && serves(it, pin, setUp))
              .map(MeetingInterpreter::code)
              .filter(
                  it ->
                      others.stream()
                          .noneMatch(other -> other.interpreter().equals(Optional.of(it))))
              .findFirst()
              .orElseThrow(
                  () ->
                      MeetingRules.CANNOT_MEET_THERE.refuse(
                          "No interpreter of their languages is free then; name one.",
                          "/interpreter")));
    }
    MeetingInterpreter interpreter =
        setUp.interpreters().stream()
            .filter(it -> it.code().equals(wanted.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    MeetingRules.UNKNOWN_INTERPRETER.refuse(
                        "No interpreter has this code.", "/interpreter"));
    if (!serves(interpreter, pin, setUp)) {
      throw MeetingRules.CANNOT_MEET_THERE.refuse(
          "The interpreter does not speak a language of each.", "/interpreter");
    }
    return Optional.of(interpreter.code());
  }

  private static boolean serves(MeetingInterpreter interpreter, Pin pin, MeetingSetUp setUp) {
    Set<Language> spoken = new HashSet<>(interpreter.languages());
    return !Collections.disjoint(spoken, languages(pin.company(), setUp))
        && !Collections.disjoint(spoken, languages(pin.counterpart(), setUp));
  }
}
