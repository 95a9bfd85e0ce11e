package dev.kanmin.gateway.picture;

import static dev.kanmin.gateway.picture.Records.activity;
import static dev.kanmin.gateway.picture.Records.announced;
import static dev.kanmin.gateway.picture.Records.country;
import static dev.kanmin.gateway.picture.Records.facts;
import static dev.kanmin.gateway.picture.Records.field;
import static dev.kanmin.gateway.picture.Records.mission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.feed.FeedRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bus repeats and however subjects interleave, the picture is the same. */
class PictureConvergenceTest {
  private static final List<String> COUNTRIES = List.of("VN", "TH", "AF");
  private static final List<String> FIELDS = List.of("endoscopy", "telemedicine", "cross-field");

  @Property(tries = 300)
  void any_interleaving_with_any_duplicates_folds_to_the_same_picture(
      @ForAll @IntRange(min = 1, max = 60) int events, @ForAll long seed) {
    Random random = new Random(seed);
    List<FeedRecord> plain = log(events, random);

    Picture expected = folded(plain);
    Picture actual = folded(withDuplicates(interleaved(plain, random), random));

    assertThat(content(actual)).isEqualTo(content(expected));
    assertThat(actual.snapshot().leftOut()).isEqualTo(expected.snapshot().leftOut());
  }

  @Property(tries = 300)
  void totals_kept_step_by_step_equal_those_added_up_at_the_end(
      @ForAll @IntRange(min = 1, max = 60) int events, @ForAll long seed) {
    Picture picture = folded(log(events, new Random(seed)));

    picture.snapshot().cells().values().stream()
        .filter(cell -> cell.key().isSquare())
        .forEach(cell -> assertThat(money(cell)).isEqualTo(addedUp(cell)));
  }

  private static Map<MoneySlot, BigDecimal> money(CellSnapshot cell) {
    Map<MoneySlot, BigDecimal> money = new HashMap<>();
    cell.totals().money().forEach((slot, sum) -> money.put(slot, sum.stripTrailingZeros()));
    return money;
  }

  private static Map<MoneySlot, BigDecimal> addedUp(CellSnapshot cell) {
    Map<MoneySlot, BigDecimal> sums = new HashMap<>();
    cell.placed()
        .forEach(
            placed ->
                Contributions.of(placed.row()).stream()
                    .filter(part -> part.cell().equals(cell.key()))
                    .map(part -> part.partOf(placed.row().money()).asMap())
                    .forEach(
                        money ->
                            money.forEach(
                                (slot, amount) -> sums.merge(slot, amount, BigDecimal::add))));
    sums.replaceAll((slot, sum) -> sum.stripTrailingZeros());
    sums.values().removeIf(sum -> sum.signum() == 0);
    return sums;
  }

  /** Rows and totals of every cell that holds something. */
  private static Map<CellKey, Object> content(Picture picture) {
    Map<CellKey, Object> content = new HashMap<>();
    picture
        .snapshot()
        .cells()
        .forEach(
            (key, cell) -> {
              if (cell.totals().missions() + cell.totals().activities() > 0) {
                content.put(
                    key,
                    List.of(
                        cell.totals().missions(),
                        cell.totals().activities(),
                        money(cell),
                        Set.copyOf(cell.placed())));
              }
            });
    return content;
  }

  private static Picture folded(Collection<FeedRecord> log) {
    Picture picture = new Picture();
    long position = 0;
    for (FeedRecord record : log) {
      picture.apply(record);
      if (position++ % 7 == 0) {
        picture.publish(position);
      }
    }
    picture.publish(position);
    return picture;
  }

  private static List<FeedRecord> log(int events, Random random) {
    Map<String, Long> sequences = new HashMap<>();
    List<FeedRecord> log = new ArrayList<>();
    for (int position = 0; position < events; position++) {
      boolean isMission = random.nextBoolean();
      String subject = (isMission ? "msn_" : "act_") + random.nextInt(5);
      long sequence = sequences.merge(subject, 1L, Long::sum);
      log.add(
          isMission
              ? missionEvent(position, subject, sequence, random)
              : activity(position, subject, sequence, "activity-imported", randomFacts(random)));
    }
    return log;
  }

  private static FeedRecord missionEvent(
      long position, String subject, long sequence, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> mission(position, subject, sequence, "mission-drafted", "{\"state\":\"draft\"}");
      case 1 -> mission(position, subject, sequence, "mission-opened", "{\"state\":\"open\"}");
      case 2 -> mission(position, subject, sequence, "application-submitted", "{}");
      case 3 -> mission(position, subject, sequence, "mission-painted", "{}");
      default ->
          mission(
              position,
              subject,
              sequence,
              "mission-announced",
              announced("\"" + any(COUNTRIES, random) + "\"", "\"" + any(FIELDS, random) + "\""));
    };
  }

  private static String randomFacts(Random random) {
    String where =
        random.nextInt(6) == 0
            ? ""
            : country(any(COUNTRIES, random), Integer.toString(random.nextInt(101)));
    String what =
        random.nextInt(4) == 0
            ? ""
            : field(any(FIELDS, random), random.nextInt(100) + "." + random.nextInt(10));
    return facts(where, what, random.nextInt(1_000_000) + "." + random.nextInt(100));
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** Another order in which every subject's events keep theirs. */
  private static List<FeedRecord> interleaved(List<FeedRecord> log, Random random) {
    Map<String, List<FeedRecord>> bySubject = new HashMap<>();
    log.forEach(
        record -> bySubject.computeIfAbsent(record.subject(), s -> new ArrayList<>()).add(record));
    List<FeedRecord> result = new ArrayList<>();
    List<List<FeedRecord>> queues = new ArrayList<>(bySubject.values());
    while (!queues.isEmpty()) {
      List<FeedRecord> queue = queues.get(random.nextInt(queues.size()));
      result.add(queue.removeFirst());
      if (queue.isEmpty()) {
        queues.remove(queue);
      }
    }
    return result;
  }

  /** Repeats of what was already sent, anywhere after it. */
  private static List<FeedRecord> withDuplicates(List<FeedRecord> log, Random random) {
    List<FeedRecord> result = new ArrayList<>();
    Set<FeedRecord> sent = new HashSet<>();
    for (FeedRecord record : log) {
      result.add(record);
      sent.add(record);
      if (random.nextInt(3) == 0) {
        result.add(List.copyOf(sent).get(random.nextInt(sent.size())));
      }
    }
    return result;
  }
}
