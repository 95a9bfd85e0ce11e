package dev.kanmin.web;

import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The test application on a real port, started once for all tests, and its issuer. */
final class RunningApplication {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final ConfigurableApplicationContext CONTEXT = start(ISSUER.uri());

  private RunningApplication() {}

  static TestIssuer issuer() {
    return ISSUER;
  }

  static ConfigurableApplicationContext start(String issuer, String... properties) {
    return new SpringApplicationBuilder(TestApplication.class)
        .web(WebApplicationType.REACTIVE)
        .properties(
            "kanmin.events.enabled=false",
            "kanmin.service=things",
            "spring.main.banner-mode=off",
            "KANMIN_ISSUER=" + issuer)
        .properties(properties)
        .run();
  }

  static int port(ConfigurableApplicationContext context) {
    return Integer.parseInt(
        String.valueOf(context.getEnvironment().getProperty("local.server.port")));
  }

  static int port() {
    return port(CONTEXT);
  }

  /** Without a token. */
  static WebTestClient anybody() {
    return anybody(CONTEXT);
  }

  static WebTestClient anybody(ConfigurableApplicationContext context) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port(context))
        .responseTimeout(Duration.ofSeconds(10))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
        .build();
  }

  static WebTestClient with(String token) {
    return anybody().mutate().defaultHeaders(bearer(token)).build();
  }

  /** With a token that may read and write things. */
  static WebTestClient jica() {
    return with(ISSUER.token("things:read things:write codes:read"));
  }

  static Consumer<HttpHeaders> bearer(String token) {
    return headers -> headers.setBearerAuth(token);
  }
}
