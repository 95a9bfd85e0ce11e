package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Ids;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a set-up must obey. Its limits are a little above the largest event that is known. */
final class SetUpChecks {
  static final int MOST_SLOTS = 200;
  static final int MOST_PARTIES = 300;
  private static final int MOST_DAYS = 14;
  private static final int MOST_TABLES = 100;
  private static final int MOST_INTERPRETERS = 100;
  private static final int MOST_AWAY = 50;
  private static final int SHORTEST_SLOT = 5;
  private static final int LONGEST_SLOT = 240;
  private static final int LONGEST_NAME = 200;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private SetUpChecks() {}

  static void check(MeetingSetUp setUp) {
    if (setUp.minutes() < SHORTEST_SLOT || setUp.minutes() > LONGEST_SLOT) {
      throw Checks.NUMBER_OUT_OF_RANGE.refuse(
          "A slot has " + SHORTEST_SLOT + " to " + LONGEST_SLOT + " minutes.", "/minutes");
    }
    setUp.venue().ifPresent(it -> Checks.text(it, LONGEST_NAME, "/venue"));
    days(setUp);
    Checks.size(setUp.tables(), MOST_TABLES, "/tables");
    Checks.each(setUp.tables(), "/tables", SetUpChecks::table);
    unique(setUp.tables().stream().map(MeetingTable::code).toList(), "/tables", "/code");
    Checks.size(setUp.interpreters(), MOST_INTERPRETERS, "/interpreters");
    Checks.each(setUp.interpreters(), "/interpreters", SetUpChecks::interpreter);
    unique(
        setUp.interpreters().stream().map(MeetingInterpreter::code).toList(),
        "/interpreters",
        "/code");
    parties(setUp.companies(), "cmp", "/companies");
    parties(setUp.counterparts(), "cpt", "/counterparts");
  }

  private static void days(MeetingSetUp setUp) {
    Checks.size(setUp.days(), MOST_DAYS, "/days");
    for (int day = 0; day < setUp.days().size(); day++) {
      List<String> begins = setUp.days().get(day).begins();
      Checks.size(begins, MOST_SLOTS, "/days/" + day + "/begins");
      Checks.each(begins, "/days/" + day + "/begins", SetUpChecks::time);
      if (day > 0 && !setUp.days().get(day).on().isAfter(setUp.days().get(day - 1).on())) {
        throw MeetingRules.SLOTS_OUT_OF_ORDER.refuse(
            "Each day is after the one before it.", "/days/" + day + "/on");
      }
      inOrder(begins, setUp.minutes(), "/days/" + day + "/begins");
    }
    if (setUp.days().stream().mapToInt(it -> it.begins().size()).sum() > MOST_SLOTS) {
      throw Checks.TOO_MANY_ENTRIES.refuse("At most " + MOST_SLOTS + " slots in all.", "/days");
    }
    notOverlapping(setUp);
  }

  private static void time(String text, String pointer) {
    if (!TIME.matcher(text).matches()) {
      throw MeetingRules.ILL_FORMED_TIME.refuse("From 00:00 to 23:59.", pointer);
    }
  }

  private static void inOrder(List<String> begins, int minutes, String pointer) {
    for (int i = 1; i < begins.size(); i++) {
      int before = LocalTime.parse(begins.get(i - 1)).toSecondOfDay() / 60;
      if (LocalTime.parse(begins.get(i)).toSecondOfDay() / 60 < before + minutes) {
        throw MeetingRules.SLOTS_OUT_OF_ORDER.refuse(
            "The slot before it ends later: slots have " + minutes + " minutes.",
            pointer + "/" + i);
      }
    }
  }

  /** Over midnight, and where the clocks change. */
  private static void notOverlapping(MeetingSetUp setUp) {
    List<SlotTime> slots = setUp.slots();
    for (int i = 1; i < slots.size(); i++) {
      if (slots.get(i).from().isBefore(slots.get(i - 1).to())) {
        throw MeetingRules.SLOTS_OUT_OF_ORDER.refuse(
            "The slot %s begins before %s has ended."
                .formatted(slots.get(i).code(), slots.get(i - 1).code()),
            "/days/" + slots.get(i).day() + "/begins");
      }
    }
  }

  private static void table(MeetingTable table, String pointer) {
    Checks.code(table.code(), pointer + "/code");
    Checks.count(table.seats(), 100, pointer + "/seats");
  }

  private static void interpreter(MeetingInterpreter interpreter, String pointer) {
    Checks.code(interpreter.code(), pointer + "/code");
    interpreter.label().ifPresent(it -> Checks.text(it, LONGEST_NAME, pointer + "/label"));
    languages(interpreter.languages(), 2, pointer);
    away(interpreter.away(), pointer);
  }

  private static void parties(List<MeetingParty> parties, String prefix, String pointer) {
    Checks.size(parties, MOST_PARTIES, pointer);
    Checks.each(parties, pointer, (party, place) -> party(party, prefix, place));
    unique(parties.stream().map(MeetingParty::id).toList(), pointer, "/id");
  }

  private static void party(MeetingParty party, String prefix, String pointer) {
    if (!Ids.isWellFormed(prefix, party.id())) {
      throw MeetingRules.ILL_FORMED_ID.refuse(
          "It begins with " + prefix + "_ and has 26 characters after it.", pointer + "/id");
    }
    party.label().ifPresent(it -> Checks.text(it, LONGEST_NAME, pointer + "/label"));
    Checks.count(party.people(), 20, pointer + "/people");
    languages(party.languages(), 1, pointer);
    away(party.away(), pointer);
  }

  private static void languages(List<Language> languages, int least, String pointer) {
    Checks.distinct(languages, 20, pointer + "/languages");
    if (languages.size() < least) {
      throw MeetingRules.NO_LANGUAGE.refuse(
          "At least " + least + (least == 1 ? " is" : " are") + " needed.", pointer + "/languages");
    }
  }

  private static void away(List<Away> away, String pointer) {
    Checks.size(away, MOST_AWAY, pointer + "/away");
    Checks.each(
        away,
        pointer + "/away",
        (time, place) -> {
          if (!time.from().isBefore(time.to())) {
            throw MeetingRules.TIMES_OUT_OF_ORDER.refuse(
                "Give a time after its beginning.", place + "/to");
          }
        });
  }

  private static void unique(List<String> codes, String pointer, String field) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      if (!seen.add(codes.get(i))) {
        throw MeetingRules.REPEATED_CODE.refuse(
            "There is a second " + codes.get(i) + ".", pointer + "/" + i + field);
      }
    }
  }

  /** A set-up that takes the place of another one keeps what is still needed. */
  static void replaces(MeetingSetUp setUp, MeetingPlan plan) {
    plan.requests().stream()
        .flatMap(it -> Stream.of(it.company(), it.counterpart()))
        .filter(it -> !setUp.hasCompany(it) && !setUp.hasCounterpart(it))
        .findFirst()
        .ifPresent(
            it -> {
              throw MeetingRules.STILL_NEEDED.refuse(
                  "There are requests of or for " + it + "; withdraw them first.");
            });
    plan.meetings().stream()
        .filter(it -> it.pinned() || it.attendance().isPresent())
        .filter(it -> !isPlaceIn(it, setUp))
        .findFirst()
        .ifPresent(
            it -> {
              throw MeetingRules.STILL_NEEDED.refuse(
                  "%s meets %s at %s, table %s; unpin it first."
                      .formatted(it.company(), it.counterpart(), it.slot(), it.table()));
            });
  }

  /** Whether slot, table and interpreter of the meeting are there. */
  static boolean isPlaceIn(Meeting meeting, MeetingSetUp setUp) {
    Optional<String> interpreter = meeting.interpreter();
    return setUp.slot(meeting.slot()).isPresent()
        && setUp.tables().stream().anyMatch(it -> it.code().equals(meeting.table()))
        && interpreter
            .map(code -> setUp.interpreters().stream().anyMatch(it -> it.code().equals(code)))
            .orElse(true);
  }
}
