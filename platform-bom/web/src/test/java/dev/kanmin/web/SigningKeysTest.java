package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SigningKeysTest {

  @Test
  void a_service_starts_before_its_issuer_and_says_so_until_it_is_there() {
    int port;
    try (TestIssuer first = new TestIssuer()) {
      port = Integer.parseInt(first.uri().substring(first.uri().lastIndexOf(':') + 1));
    }
    String token;
    try (ConfigurableApplicationContext service =
        RunningApplication.start("http://127.0.0.1:" + port)) {
      try (TestIssuer unreachable = new TestIssuer()) {
        token = unreachable.token(claims -> claims.issuer("http://127.0.0.1:" + port));
      }
      RunningApplication.anybody(service)
          .get()
          .uri("/v1/things/me")
          .headers(RunningApplication.bearer(token))
          .exchange()
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .valueEquals("Retry-After", "2")
          .expectBody()
          .jsonPath("$.detail")
          .isEqualTo("The token's issuer does not answer. Try again in a moment.");
      try (TestIssuer back = new TestIssuer(port)) {
        assertThat(status(service, back.token("things:read"))).isEqualTo(200);
      }
    }
  }

  @Test
  void keys_are_fetched_once_and_made_up_key_ids_do_not_make_us_fetch_again_and_again() {
    try (TestIssuer issuer = new TestIssuer();
        ConfigurableApplicationContext service = RunningApplication.start(issuer.uri())) {
      for (int i = 0; i < 20; i++) {
        String id = "made-up-" + i;
        assertThat(status(service, issuer.sign(header -> header.keyID(id), claims -> {})))
            .isEqualTo(401);
        assertThat(status(service, issuer.token("things:read x" + i))).isEqualTo(200);
      }
      assertThat(issuer.keyFetches()).isEqualTo(1);
    }
  }

  @Test
  void a_token_once_found_valid_is_remembered() {
    try (TestIssuer issuer = new TestIssuer();
        ConfigurableApplicationContext service = RunningApplication.start(issuer.uri())) {
      String token = issuer.token("things:read");
      assertThat(status(service, token)).isEqualTo(200);
      issuer.close();
      assertThat(status(service, token)).isEqualTo(200);
    }
  }

  private static int status(ConfigurableApplicationContext service, String token) {
    return RunningApplication.anybody(service)
        .get()
        .uri("/v1/things/me")
        .headers(RunningApplication.bearer(token))
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .value();
  }
}
