package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalLogTest {

  @Test
  void a_refused_command_is_counted_under_its_rule() {
    double before = refusals("forbidden");
    RunningApplication.jica()
        .delete()
        .uri("/v1/things/thg_1")
        .exchange()
        .expectStatus()
        .isForbidden();
    assertThat(refusals("forbidden")).isEqualTo(before + 1);
  }

  @Test
  void a_denied_read_is_counted() {
    double before = refusals("unauthenticated");
    RunningApplication.anybody().get().uri("/v1/things").exchange().expectStatus().isUnauthorized();
    assertThat(refusals("unauthenticated")).isEqualTo(before + 1);
  }

  @Test
  void a_read_that_asks_for_what_is_not_there_is_no_refusal() {
    double before = refusals("not-found");
    RunningApplication.jica().get().uri("/v1/nothing").exchange().expectStatus().isNotFound();
    assertThat(refusals("not-found")).isEqualTo(before);
  }

  private static double refusals(String rule) {
    return RunningApplication.anybody()
        .get()
        .uri("/actuator/prometheus")
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody()
        .lines()
        .filter(
            line ->
                line.startsWith("kanmin_refusals_total{") && line.contains("rule=\"" + rule + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
