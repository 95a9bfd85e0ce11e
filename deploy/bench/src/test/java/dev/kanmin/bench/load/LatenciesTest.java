package dev.kanmin.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void a_percentile_is_the_smallest_time_that_so_many_do_not_pass() {
    var latencies = new Latencies(100);
    for (int millis = 100; millis > 0; millis--) {
      latencies.add(millis * 1_000_000L);
    }

    assertThat(latencies.percentileMillis(0.5)).isEqualTo(50);
    assertThat(latencies.percentileMillis(0.99)).isEqualTo(99);
    assertThat(latencies.percentileMillis(1)).isEqualTo(100);
    assertThat(latencies.maxMillis()).isEqualTo(100);
  }

  @Test
  void one_time_is_every_percentile() {
    var latencies = new Latencies(1);
    latencies.add(3_000_000);

    assertThat(latencies.percentileMillis(0.01)).isEqualTo(3);
    assertThat(latencies.percentileMillis(0.99)).isEqualTo(3);
  }

  @Test
  void without_a_time_there_is_no_percentile() {
    assertThatThrownBy(() -> new Latencies(1).percentileMillis(0.5))
        .isInstanceOf(IllegalStateException.class);
  }
}
