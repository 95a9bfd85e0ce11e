package dev.kanmin.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Quotas quotas =
      new Quotas(Limits.with("agency-burst", "10"), new SimpleMeterRegistry());
  private final AtOnce underWay = new AtOnce();
  private final Pace jica = pace("jica");

  @Test
  void one_step_of_one_client_is_under_way_and_the_next_waits_for_it_to_end() {
    assertThat(jica.begin(1)).isZero();
    assertThat(pace("jica").begin(1)).isPositive();
    assertThat(pace("jetro").begin(1)).isZero();

    jica.end();
    assertThat(jica.begin(1)).isZero();
  }

  @Test
  void who_has_used_up_the_quota_waits_and_holds_no_place_meanwhile() {
    assertThat(jica.begin(10)).isZero();
    jica.end();
    for (int turn = 0; turn < 5; turn++) {
      assertThat(jica.begin(10)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }
    assertThat(underWay.enter("STEP agency jica", 1)).isTrue();
  }

  @Test
  void without_limits_nobody_waits() {
    for (int turn = 0; turn < 100; turn++) {
      assertThat(Pace.FREE.begin(1_000_000)).isZero();
    }
    Pace.FREE.end();
  }

  private Pace pace(String agency) {
    return new Pace(quotas, underWay, quotas.agency(agency));
  }
}
