package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who is told that the picture contains an event finds it in whatever snapshot he takes then. */
class ContainsTest {
  private static final int EVENTS = 50_000;
  private static final CellKey CELL = new CellKey("VN", "endoscopy");

  private final Picture picture = new Picture();

  @Test
  void an_event_is_contained_when_the_snapshot_shows_it_and_no_sooner() throws Exception {
    AtomicLong next = new AtomicLong();
    Thread fold =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long event = 1; event <= EVENTS; event++) {
                    picture.apply(
                        Records.mission(
                            event, "msn_1", event, "mission-announced", Cards.mission("open")));
                    next.set(event);
                    picture.publish(event);
                  }
                });
    long early = 0;
    for (long event = next.get(); event < EVENTS; event = next.get()) {
      if (event > 0 && picture.contains(Records.MISSIONS, "msn_1", event) && shown() < event) {
        early++;
      }
    }
    fold.join();
    assertThat(early).isZero();
    assertThat(picture.contains(Records.MISSIONS, "msn_1", EVENTS)).isTrue();
  }

  private long shown() {
    return picture.snapshot().cell(CELL).map(cell -> cell.rows().getFirst().position()).orElse(0L);
  }
}
