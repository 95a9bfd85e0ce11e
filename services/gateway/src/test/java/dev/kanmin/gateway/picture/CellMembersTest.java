package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever moves, and in whatever order of time, a cell has what is in it, the latest first. */
class CellMembersTest {
  private static final CellKey CELL = new CellKey("VN", "endoscopy");
  private static final int SUBJECTS = 120;

  /** Among them some that two sources call the same. */
  private static final List<String> SOURCES = List.of(Records.MISSIONS, Records.ACTIVITIES);

  private final Picture picture = new Picture();
  private long position;

  @Property(tries = 40)
  void a_few_that_move_leave_the_order_that_sorting_all_would_give(@ForAll long seed) {
    Random random = new Random(seed);
    for (int subject = 0; subject < SUBJECTS; subject++) {
      move(SOURCES.get(0), subject, random);
    }
    for (int round = 0; round < 60; round++) {
      for (int moved = random.nextInt(6); moved >= 0; moved--) {
        move(SOURCES.get(random.nextInt(8) / 7), random.nextInt(SUBJECTS), random);
      }
      picture.publish(position);
      // two subjects of one id and one time stand in either order
      assertThat(shown().stream().sorted(Row.LATEST_FIRST).map(Row::subject))
          .containsExactlyElementsOf(shown().stream().map(Row::subject).toList());
      assertThat(shown().stream().map(Row::position))
          .containsExactlyInAnyOrderElementsOf(expected());
    }
  }

  /** Changed in the cell, or gone to another one; at one of few times, often before others. */
  private void move(String source, int subject, Random random) {
    String event = "mission-announced";
    String country = random.nextInt(4) == 0 ? "TH" : "VN";
    position++;
    picture.apply(
        Records.record(
            position,
            source,
            "msn_" + subject,
            position,
            event,
            Cards.data(
                Cards.mission("open", List.of(country), List.of("endoscopy")),
                Cards.last(event, Records.at(0).plus(Duration.ofMinutes(random.nextInt(50)))))));
  }

  private List<Row> shown() {
    return picture.snapshot().cell(CELL).map(CellSnapshot::rows).orElseGet(List::of);
  }

  private List<Long> expected() {
    return picture
        .subjects()
        .flatMap(subject -> subject.row().stream())
        .filter(row -> row.countryCodes().contains("VN"))
        .map(Row::position)
        .toList();
  }
}
