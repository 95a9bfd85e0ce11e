package dev.kanmin.trademissions.timetable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Timetables to try the solver with. */
final class Fair {
  private static final Set<String> JAPANESE = Set.of("ja");
  private static final int SEATS = 6;

  private Fair() {}

  static List<Slot> slots(int days, int perDay) {
    return IntStream.range(0, days * perDay).mapToObj(it -> new Slot(it, it / perDay)).toList();
  }

  static List<Table> tables(int count) {
    return IntStream.range(0, count).mapToObj(it -> new Table(it, SEATS)).toList();
  }

  static Party party(int index, String... languages) {
    return new Party(index, 2, Set.of(languages), new BitSet());
  }

  static Party absent(int index, int slot, String... languages) {
    BitSet absent = new BitSet();
    absent.set(slot);
    return new Party(index, 2, Set.of(languages), absent);
  }

  static Interpreter interpreter(int index, String... languages) {
    return new Interpreter(index, Set.of(languages), new BitSet());
  }

  static Timetable of(
      int slots,
      int tables,
      List<Party> parties,
      List<Interpreter> interpreters,
      Encounter... encounters) {
    return new Timetable(
        slots(1, slots), tables(tables), parties, interpreters, Arrays.asList(encounters));
  }

  /**
   * As large as the largest fair that is known: 60 counterparts, 80 companies, 24 slots in three
   * days, 30 tables; each counterpart asks for 18 companies and each company for 14 counterparts,
   * half of the counterparts need an interpreter, one party in five is away for three slots.
   */
  static Timetable large() {
    Random random = new Random(60_80_24_30);
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      parties.add(new Party(i, 2, JAPANESE, sometimesAway(random)));
    }
    for (int i = 80; i < 140; i++) {
      Set<String> languages = i % 2 == 0 ? Set.of("vi") : Set.of("vi", "ja");
      parties.add(new Party(i, 2, languages, sometimesAway(random)));
    }
    List<Interpreter> interpreters =
        IntStream.range(0, 20).mapToObj(it -> interpreter(it, "ja", "vi")).toList();
    int[][] asked = new int[80][60];
    for (int counterpart = 0; counterpart < 60; counterpart++) {
      for (int i = 0; i < 18; i++) {
        asked[random.nextInt(80)][counterpart] |= 1;
      }
    }
    for (int company = 0; company < 80; company++) {
      for (int i = 0; i < 14; i++) {
        asked[company][random.nextInt(60)] |= 2;
      }
    }
    List<Encounter> encounters = new ArrayList<>();
    for (int company = 0; company < 80; company++) {
      for (int counterpart = 0; counterpart < 60; counterpart++) {
        int by = asked[company][counterpart];
        if (by > 0) {
          int worth = (1 + random.nextInt(5)) + (by == 3 ? 1 + random.nextInt(5) : 0);
          encounters.add(
              new Encounter(
                  encounters.size(),
                  parties.get(company),
                  parties.get(80 + counterpart),
                  by == 3,
                  worth));
        }
      }
    }
    return new Timetable(slots(3, 8), tables(30), parties, interpreters, encounters);
  }

  private static BitSet sometimesAway(Random random) {
    BitSet away = new BitSet();
    if (random.nextInt(5) == 0) {
      int from = random.nextInt(22);
      away.set(from, from + 3);
    }
    return away;
  }
}
