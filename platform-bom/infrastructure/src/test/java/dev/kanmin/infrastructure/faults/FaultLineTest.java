package dev.kanmin.infrastructure.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.FaultLine.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultLineTest {
  private static final Finding NOTHING_LOST = new Finding(Invariant.NOTHING_LOST, 0, "812 answers");

  @Test
  void a_fault_that_did_no_harm_says_how_sure_that_is_and_how_to_repeat_it() {
    var line = line(30, NOTHING_LOST, new Finding(Invariant.IN_ORDER, 0, "40 subjects"));

    assertThat(line)
        .hasToString(
            "held | kill -9 | N=30 | 0 of 30: no more than 10.0 % at 95 %"
                + " | (1) 0 lost in 812 answers, (3) 0 out of order in 40 subjects | seed 7");
  }

  @Test
  void one_invariant_that_does_not_hold_marks_the_whole_line() {
    var line = line(30, NOTHING_LOST, new Finding(Invariant.NO_PHANTOM, 2, "900 events"));

    assertThat(line.holds()).isFalse();
    assertThat(line.toString()).startsWith(FaultLine.VIOLATED).contains("(2) 2 phantoms");
  }

  @Test
  void three_trials_bound_nothing() {
    assertThat(line(3, NOTHING_LOST).toString()).contains("0 of 3: too few for a bound");
  }

  private static FaultLine line(long injected, Finding... findings) {
    return new FaultLine("kill -9", injected, List.of(findings), "", new Seed(7));
  }
}
