package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class AuthorizationTest {

  @Test
  void without_a_token_the_answer_says_how_to_send_one() {
    RunningApplication.anybody()
        .get()
        .uri("/v1/things")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kanmin\"")
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody()
        .json(
            """
            {"type": "https://kanmin.dev/problems/unauthenticated",
             "title": "A valid access token is needed", "status": 401,
             "detail": "Send an access token in the header 'Authorization: Bearer …'.",
             "instance": "/v1/things"}
            """);
  }

  @Test
  void without_the_scope_the_answer_names_it() {
    RunningApplication.jica()
        .delete()
        .uri("/v1/things/thg_1")
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .valueEquals(
            HttpHeaders.WWW_AUTHENTICATE,
            "Bearer realm=\"kanmin\", error=\"insufficient_scope\", scope=\"things:delete\"")
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("The access token lacks the scope things:delete.");
  }

  @Test
  void a_scope_that_only_begins_so_is_not_enough() {
    RunningApplication.with(RunningApplication.issuer().token("things:delete-not things things:"))
        .delete()
        .uri("/v1/things/thg_1")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void a_public_endpoint_needs_no_token() {
    RunningApplication.anybody().get().uri("/v1/things/public").exchange().expectStatus().isOk();
  }

  @Test
  void a_bad_token_is_refused_at_a_public_endpoint_too() {
    RunningApplication.with("x")
        .get()
        .uri("/v1/things/public")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void a_public_path_is_public_for_its_method_alone() {
    RunningApplication.anybody()
        .post()
        .uri("/v1/things/public")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void an_unknown_address_tells_nothing_without_a_token() {
    RunningApplication.anybody()
        .get()
        .uri("/v1/nothing")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void health_and_metrics_are_open_to_this_machine() {
    for (String path :
        new String[] {"/actuator/health/readiness", "/actuator/prometheus", "/actuator/info"}) {
      RunningApplication.anybody().get().uri(path).exchange().expectStatus().isOk();
    }
  }

  @Test
  void health_and_metrics_are_closed_through_a_proxy() {
    for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Forwarded-Host"}) {
      RunningApplication.anybody()
          .get()
          .uri("/actuator/prometheus")
          .header(header, "203.0.113.7")
          .exchange()
          .expectStatus()
          .is4xxClientError();
    }
  }

  @Test
  void a_token_opens_them_no_further() {
    for (String path : new String[] {"/actuator/prometheus", "/%61ctuator/prometheus"}) {
      RunningApplication.jica()
          .get()
          .uri(URI.create("http://127.0.0.1:" + RunningApplication.port() + path))
          .header("X-Forwarded-For", "203.0.113.7")
          .exchange()
          .expectStatus()
          .isForbidden()
          .expectBody()
          .jsonPath("$.detail")
          .isEqualTo("This is not open to callers from outside.");
    }
  }

  @Test
  void a_bad_token_is_refused_at_the_actuator_too() {
    RunningApplication.with("x")
        .get()
        .uri("/actuator/prometheus")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void other_parts_of_the_actuator_are_not_there() {
    for (String path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/beans"}) {
      RunningApplication.jica().get().uri(path).exchange().expectStatus().isNotFound();
    }
  }

  @Test
  void answers_carry_the_security_headers() {
    RunningApplication.anybody()
        .get()
        .uri("/v1/things/public")
        .exchange()
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("X-Frame-Options", "DENY")
        .expectHeader()
        .valueEquals("Referrer-Policy", "no-referrer")
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate")
        .expectHeader()
        .doesNotExist(HttpHeaders.SET_COOKIE);
  }

  @Test
  void an_issuer_speaks_only_for_the_agencies_on_its_list() {
    TestIssuer issuer = RunningApplication.issuer();
    try (ConfigurableApplicationContext service =
        RunningApplication.start(issuer.uri(), "KANMIN_ISSUER_AGENCIES=jetro,meti")) {
      assertThat(status(service, "jetro")).isEqualTo(200);
      assertThat(status(service, "jica")).isEqualTo(401);
    }
  }

  private static int status(ConfigurableApplicationContext service, String agency) {
    String token = RunningApplication.issuer().token(claims -> claims.claim("agency", agency));
    return RunningApplication.anybody(service)
        .get()
        .uri("/v1/things/me")
        .headers(RunningApplication.bearer(token))
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .value();
  }

  @RestController
  static class Forgotten {
    @GetMapping("/v1/forgotten")
    String forgotten() {
      return "anybody could read this";
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Forgotten.class)
  static class ForgetfulApplication {}

  @Test
  void a_handler_that_forgot_its_scope_keeps_the_service_from_starting() {
    SpringApplicationBuilder forgetful =
        new SpringApplicationBuilder(ForgetfulApplication.class)
            .web(WebApplicationType.REACTIVE)
            .properties("kanmin.events.enabled=false", "spring.main.banner-mode=off");
    assertThatThrownBy(forgetful::run)
        .rootCause()
        .hasMessageContaining("Forgotten.forgotten needs @RequiresScope(\"…\") or @PublicEndpoint");
  }
}
