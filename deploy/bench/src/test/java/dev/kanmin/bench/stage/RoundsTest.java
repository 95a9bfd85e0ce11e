package dev.kanmin.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.bench.contest.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Effort EFFORT = new Effort(true, Duration.ofSeconds(1), false, 3);

  private final List<String> told = new ArrayList<>();

  @Test
  void all_sides_are_warm_before_the_first_round_and_rounds_go_in_turns() {
    Rounds.play(EFFORT, new Progress("P0"), List.of(side("a"), side("b")));

    assertThat(told).containsExactly("warm a", "warm b", "a", "b", "a", "b", "a", "b");
  }

  @Test
  void each_side_keeps_its_figures_in_order() {
    var first = side("a");
    var second = side("b");

    var rounds = Rounds.play(EFFORT, new Progress("P0"), List.of(first, second));

    assertThat(rounds.of(first).figures().values()).containsExactly(3.0, 5.0, 7.0);
    assertThat(rounds.of(second).figures("turn").values()).containsExactly(4.0, 6.0, 8.0);
  }

  @Test
  void wrong_results_make_the_figures_void() {
    var wrong = side("b", Optional.of("2 of 10 are missing"));

    assertThatThrownBy(() -> Rounds.play(EFFORT, new Progress("P0"), List.of(side("a"), wrong)))
        .isInstanceOf(WrongResults.class)
        .hasMessage("b: 2 of 10 are missing");
  }

  private Side side(String name) {
    return side(name, Optional.empty());
  }

  private Side side(String name, Optional<String> fault) {
    return new Side() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void warm(Duration atLeast) {
        told.add("warm " + name);
      }

      @Override
      public Sample round() {
        told.add(name);
        double turn = told.size();
        return Sample.of(turn, 1, 1).with(Map.of("turn", turn)).checked(fault);
      }

      @Override
      public void close() {}
    };
  }
}
