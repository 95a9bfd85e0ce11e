package dev.kanmin.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EffortTest {
  @Test
  void what_is_quoted_is_warm_for_forty_seconds_and_played_five_times() {
    assertThat(Effort.FULL).isEqualTo(new Effort(false, Duration.ofSeconds(40), true, 5));
  }

  @Test
  void rows_without_a_goal_take_less_than_those_with_one() {
    assertThat(Effort.FULL.forOrientation().warmUp()).isLessThan(Effort.FULL.warmUp());
    assertThat(Effort.QUICK.forOrientation().rounds()).isEqualTo(1);
  }

  @Test
  void a_quick_run_stays_quick() {
    assertThat(Effort.QUICK.forOrientation().quick()).isTrue();
    assertThat(Effort.QUICK.pick(100, 1)).isEqualTo(1);
  }
}
