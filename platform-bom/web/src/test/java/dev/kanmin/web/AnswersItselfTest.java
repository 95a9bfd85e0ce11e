package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class AnswersItselfTest {
  private static final ConfigurableApplicationContext SERVICE =
      new SpringApplicationBuilder(SmallApplication.class)
          .web(WebApplicationType.REACTIVE)
          .properties(
              "kanmin.events.enabled=false",
              "spring.main.banner-mode=off",
              "KANMIN_ISSUER=" + RunningApplication.issuer().uri())
          .run();

  @RestController
  @RequiresScope("things:read")
  static class Small {
    @GetMapping("/v1/small")
    Mono<Void> small(ServerWebExchange exchange) {
      exchange.getResponse().setStatusCode(HttpStatus.ACCEPTED);
      exchange.getResponse().getHeaders().setCacheControl(CacheControl.noCache());
      return exchange.getResponse().setComplete();
    }

    @GetMapping("/v1/small/none")
    Mono<Void> none(ServerWebExchange exchange) {
      throw ProblemTypes.NOT_FOUND.with("There is none.");
    }

    @PublicEndpoint
    @GetMapping("/v1/small/split")
    Mono<Void> split(ServerWebExchange exchange) {
      exchange.getResponse().getHeaders().set("X-Name", "a\r\nSet-Cookie: session=stolen");
      return exchange.getResponse().setComplete();
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Small.class)
  static class SmallApplication {
    @Bean
    ReactorResourceFactory reactorResources() {
      ReactorResourceFactory own = new ReactorResourceFactory();
      own.setUseGlobalResources(false);
      return own;
    }
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void the_answer_is_the_methods_own_with_the_security_headers() {
    get("/v1/small", "things:read")
        .expectStatus()
        .isAccepted()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff");
  }

  @Test
  void the_scope_and_the_parameters_are_asked_for_as_ever() {
    get("/v1/small", "things:write").expectStatus().isForbidden();
    get("/v1/small?colour=red", "things:read").expectStatus().isBadRequest();
  }

  @Test
  void what_it_throws_is_a_problem() {
    get("/v1/small/none", "things:read")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("There is none.");
  }

  @Test
  void a_line_break_in_a_header_of_an_answer_never_leaves() {
    var answer = get("/v1/small/split", "things:read").returnResult(String.class);

    assertThat(answer.getStatus()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    assertThat(answer.getResponseHeaders().headerNames())
        .doesNotContain("X-Name", HttpHeaders.SET_COOKIE);
  }

  private static WebTestClient.ResponseSpec get(String path, String scope) {
    return RunningApplication.anybody(SERVICE)
        .get()
        .uri(path)
        .headers(RunningApplication.bearer(RunningApplication.issuer().token(scope)))
        .exchange();
  }
}
