package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.Language;
import dev.kanmin.trademissions.timetable.Encounter;
import dev.kanmin.trademissions.timetable.Interpreter;
import dev.kanmin.trademissions.timetable.Party;
import dev.kanmin.trademissions.timetable.Place;
import dev.kanmin.trademissions.timetable.Slot;
import dev.kanmin.trademissions.timetable.Table;
import dev.kanmin.trademissions.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as the solver sees it, and back. What has begun, what was attended and what is pinned
 * stays as it is; nothing new is put into slots that are over.
 */
final class TimetableMaker {
  private final MeetingPlan plan;
  private final MeetingSetUp setUp;
  private final Instant now;
  private final List<SlotTime> times;
  private final Map<String, SlotTime> timesByCode = new HashMap<>();
  private final List<String> tableCodes;
  private final List<String> interpreterCodes;
  private final List<MeetingPair> pairs = new ArrayList<>();

  TimetableMaker(MeetingPlan plan, Instant now) {
    this.plan = plan;
    this.setUp = plan.known();
    this.now = now;
    this.times = setUp.slots();
    times.forEach(it -> timesByCode.put(it.code(), it));
    this.tableCodes = setUp.tables().stream().map(MeetingTable::code).toList();
    this.interpreterCodes = setUp.interpreters().stream().map(MeetingInterpreter::code).toList();
  }

  /** From which as little as possible is to change. */
  Timetable keeping() {
    return timetable(false);
  }

  /** With what is fixed, and nothing else. */
  Timetable afresh() {
    return timetable(true);
  }

  /** With all meetings of the plan where they are, to look at. */
  Timetable asItIs() {
    Timetable timetable = timetable(true);
    resume(timetable, plan.meetings());
    return timetable;
  }

  /** Goes on from a solution that was saved. */
  void resume(Timetable timetable, List<Meeting> saved) {
    Map<MeetingPair, Meeting> byPair = byPair(saved);
    for (Encounter encounter : timetable.encounters()) {
      if (!encounter.pinned()) {
        Optional<Meeting> meeting =
            Optional.ofNullable(byPair.get(pairs.get(encounter.index())))
                .filter(it -> SetUpChecks.isPlaceIn(it, setUp));
        encounter.put(
            meeting.map(it -> place(it, timetable)).orElse(null),
            meeting.flatMap(it -> interpreter(it, timetable)).orElse(null));
      }
    }
  }

  private Timetable timetable(boolean afresh) {
    pairs.clear();
    List<Slot> slots = times.stream().map(it -> new Slot(it.index(), it.day())).toList();
    List<Table> tables = new ArrayList<>();
    setUp.tables().forEach(it -> tables.add(new Table(tables.size(), it.places())));
    Map<String, Party> parties = new LinkedHashMap<>();
    setUp.parties().forEach(it -> parties.put(it.id(), party(it, parties.size())));
    List<Interpreter> interpreters = new ArrayList<>();
    setUp
        .interpreters()
        .forEach(
            it ->
                interpreters.add(
                    new Interpreter(interpreters.size(), tags(it.languages()), closed(it.away()))));
    Timetable timetable =
        new Timetable(
            slots, tables, List.copyOf(parties.values()), interpreters, encounters(parties));
    byPair(plan.meetings()).forEach((pair, meeting) -> take(pair, meeting, timetable, afresh));
    return timetable;
  }

  private void take(MeetingPair pair, Meeting meeting, Timetable timetable, boolean afresh) {
    int index = pairs.indexOf(pair);
    if (index < 0 || !SetUpChecks.isPlaceIn(meeting, setUp)) {
      return;
    }
    Encounter encounter = timetable.encounters().get(index);
    Place place = place(meeting, timetable);
    Optional<Interpreter> interpreter = interpreter(meeting, timetable);
    boolean over = isOver(meeting);
    boolean possible = over || Pinning.absent(meeting, setUp).isEmpty();
    if (over || (meeting.pinned() && possible)) {
      encounter.before(place, interpreter.orElse(null)).pin();
    } else if (!afresh) {
      encounter.before(place, interpreter.orElse(null));
      if (!possible || !fits(encounter, interpreter)) {
        encounter.put(null, null);
      }
    }
  }

  private static boolean fits(Encounter encounter, Optional<Interpreter> interpreter) {
    return encounter.people() <= encounter.table().seats()
        && (!encounter.needsInterpreter()
            || interpreter
                .filter(it -> it.serves(encounter.company(), encounter.counterpart()))
                .isPresent());
  }

  private boolean isOver(Meeting meeting) {
    SlotTime time = timesByCode.get(meeting.slot());
    return meeting.attendance().isPresent() || (time != null && !time.from().isAfter(now));
  }

  private List<Encounter> encounters(Map<String, Party> parties) {
    Map<MeetingPair, List<MeetingRequest>> requests = new LinkedHashMap<>();
    plan.requests()
        .forEach(it -> requests.computeIfAbsent(it.pair(), _ -> new ArrayList<>()).add(it));
    // what is fixed stays although nobody asks for it any more
    plan.meetings().stream()
        .filter(it -> it.pinned() || isOver(it))
        .forEach(it -> requests.computeIfAbsent(it.pair(), _ -> new ArrayList<>()));
    List<Encounter> encounters = new ArrayList<>();
    requests.forEach(
        (pair, asked) -> {
          Party company = parties.get(pair.company());
          Party counterpart = parties.get(pair.counterpart());
          if (company != null && counterpart != null) {
            encounters.add(
                new Encounter(
                    encounters.size(),
                    company,
                    counterpart,
                    asked.size() > 1,
                    asked.stream().mapToInt(MeetingRequest::priority).sum()));
            pairs.add(pair);
          }
        });
    return encounters;
  }

  private Party party(MeetingParty party, int index) {
    return new Party(index, party.comes(), tags(party.languages()), closed(party.away()));
  }

  private static Set<String> tags(List<Language> languages) {
    return languages.stream()
        .map(Language::tag)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private BitSet closed(List<Away> away) {
    BitSet closed = new BitSet();
    for (SlotTime time : times) {
      if (!time.from().isAfter(now) || away.stream().anyMatch(it -> it.touches(time))) {
        closed.set(time.index());
      }
    }
    return closed;
  }

  private Place place(Meeting meeting, Timetable timetable) {
    SlotTime time = timesByCode.get(meeting.slot());
    if (time == null) {
      throw new IllegalStateException("No slot " + meeting.slot());
    }
    return timetable.place(time.index(), tableCodes.indexOf(meeting.table()));
  }

  private Optional<Interpreter> interpreter(Meeting meeting, Timetable timetable) {
    return meeting
        .interpreter()
        .map(it -> timetable.interpreters().get(interpreterCodes.indexOf(it)));
  }

  private static Map<MeetingPair, Meeting> byPair(List<Meeting> meetings) {
    Map<MeetingPair, Meeting> byPair = new LinkedHashMap<>();
    meetings.forEach(it -> byPair.put(it.pair(), it));
    return byPair;
  }

  MeetingPair pair(Encounter encounter) {
    return pairs.get(encounter.index());
  }

  String slotCode(Slot slot) {
    return times.get(slot.index()).code();
  }

  /** What the solver has found, in order of time and table; what was noted of a meeting stays. */
  List<Meeting> meetings(Timetable timetable) {
    return timetable.encounters().stream()
        .filter(Encounter::isPlaced)
        .sorted(
            Comparator.comparingInt((Encounter it) -> it.slot().index())
                .thenComparingInt(it -> it.table().index()))
        .map(this::meeting)
        .toList();
  }

  private Meeting meeting(Encounter encounter) {
    Meeting planned =
        Meeting.planned(
            pair(encounter),
            slotCode(encounter.slot()),
            tableCodes.get(encounter.table().index()),
            Optional.ofNullable(encounter.interpreter())
                .map(it -> interpreterCodes.get(it.index())));
    return plan.meeting(planned.pair())
        .map(
            before ->
                new Meeting(
                    planned.company(),
                    planned.counterpart(),
                    planned.slot(),
                    planned.table(),
                    planned.interpreter(),
                    before.pinned() && before.slot().equals(planned.slot()),
                    before.attendance(),
                    before.note()))
        .orElse(planned);
  }
}
