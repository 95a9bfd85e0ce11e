package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

class OpenApiTest {
  private static final Path GOLDEN = Path.of("src/test/resources/openapi.yaml");

  @Test
  void the_description_is_the_one_that_was_reviewed() throws IOException {
    String now = document(RunningApplication.anybody());
    if (Boolean.getBoolean("kanmin.golden.update")) {
      Files.writeString(GOLDEN, now);
    }
    assertThat(now).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void the_description_is_the_same_on_every_run() {
    try (ConfigurableApplicationContext another =
        RunningApplication.start(RunningApplication.issuer().uri())) {
      assertThat(document(RunningApplication.anybody(another)))
          .isEqualTo(document(RunningApplication.anybody()));
    }
  }

  private static String document(WebTestClient client) {
    byte[] body =
        client
            .get()
            .uri("/v3/api-docs.yaml")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return new String(body, java.nio.charset.StandardCharsets.UTF_8);
  }
}
