package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.ServiceList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortPlanTest {
  @Test
  void every_part_has_a_port_of_its_own() {
    var list = ServiceList.kanmin();

    var plan = PortPlan.choose(list);

    assertThat(plan.programs()).hasSize(list.programs().size());
    assertThat(
            Stream.concat(
                plan.programs().values().stream(),
                Stream.of(plan.issuer(), plan.kafka(), plan.store())))
        .doesNotHaveDuplicates();
    assertThat(plan.url(list.gateway())).isEqualTo("http://127.0.0.1:" + plan.of(list.gateway()));
  }
}
