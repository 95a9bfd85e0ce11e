package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ProblemTest {
  private final WebTestClient jica =
      RunningApplication.jica().mutate().defaultHeader(KanminHeaders.REQUEST, "r-1").build();

  @Test
  void an_unknown_address_is_not_found() {
    expect(
        jica.get().uri("/v1/nothing").exchange(),
        """
        {"type": "https://kanmin.dev/problems/not-found",
         "title": "There is nothing at this address", "status": 404,
         "detail": "There is nothing at this address. See /v3/api-docs.yaml.",
         "instance": "/v1/nothing", "request": "r-1"}
        """);
  }

  @Test
  void an_address_that_steps_upwards_is_refused() {
    expect(
        jica.get()
            .uri(URI.create("http://127.0.0.1:" + RunningApplication.port() + "/v1/..%2fsecrets"))
            .exchange(),
        """
        {"type": "https://kanmin.dev/problems/request-refused",
         "title": "The request was refused", "status": 400,
         "detail": "The address or a header has characters that are not taken here, plain or encoded.",
         "instance": "/v1/..%2fsecrets", "request": "r-1"}
        """);
  }

  @Test
  void another_method_is_answered_with_those_that_apply() {
    ResponseSpec answer = jica.patch().uri("/v1/things").exchange();
    answer
        .expectHeader()
        .value(HttpHeaders.ALLOW, allow -> assertThat(allow.split(",")).contains("GET", "POST"));
    expect(
        answer,
        """
        {"type": "https://kanmin.dev/problems/method-not-allowed",
         "title": "The method does not apply here", "status": 405,
         "detail": "PATCH does not apply here; GET, POST does.", "instance": "/v1/things", "request": "r-1"}
        """);
  }

  @Test
  void a_representation_that_nobody_has_is_not_acceptable() {
    expect(
        jica.get().uri("/v1/things/me").accept(MediaType.APPLICATION_PDF).exchange(),
        """
        {"type": "https://kanmin.dev/problems/not-acceptable",
         "title": "No representation fits the Accept header", "status": 406,
         "detail": "This can be answered as application/json, application/*+json, application/x-ndjson, text/event-stream.",
         "instance": "/v1/things/me", "request": "r-1"}
        """);
  }

  @Test
  void a_body_of_another_type_is_unsupported() {
    ResponseSpec answer =
        jica.post()
            .uri("/v1/things")
            .contentType(MediaType.TEXT_PLAIN)
            .bodyValue("name: a")
            .exchange();
    answer.expectHeader().valueEquals(HttpHeaders.ACCEPT, "application/json");
    expect(
        answer,
        """
        {"type": "https://kanmin.dev/problems/unsupported-media-type",
         "title": "The format of the request body is not read here", "status": 415,
         "detail": "Bodies are read here as application/json.", "instance": "/v1/things", "request": "r-1"}
        """);
  }

  @Test
  void a_malformed_content_type_is_named() {
    jica.post()
        .uri("/v1/things")
        .header(HttpHeaders.CONTENT_TYPE, "json")
        .header(KanminHeaders.IDEMPOTENCY_KEY, "k")
        .exchange()
        .expectStatus()
        .is4xxClientError()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void a_body_beyond_the_limit_is_too_large_with_and_without_a_key() {
    String body = "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}";
    for (Consumer<HttpHeaders> headers : keyOrNot()) {
      expect(
          jica.post()
              .uri("/v1/things")
              .headers(headers)
              .contentType(MediaType.APPLICATION_JSON)
              .bodyValue(body)
              .exchange(),
          """
          {"type": "https://kanmin.dev/problems/content-too-large",
           "title": "The request body is too large", "status": 413,
           "detail": "The request body is larger than what is read here at once.",
           "instance": "/v1/things", "request": "r-1"}
          """);
    }
  }

  @Test
  void a_conflict_names_the_rule_and_the_field() {
    expect(
        refused("conflict"),
        """
        {"type": "https://kanmin.dev/problems/deadline-passed",
         "title": "The deadline has passed", "status": 409,
         "detail": "It passed on 1 May.", "instance": "/v1/things/refused", "request": "r-1",
         "errors": [{"pointer": "/deadline", "code": "deadline-passed",
                     "detail": "It passed on 1 May."}]}
        """);
  }

  @Test
  void every_kind_of_refusal_has_its_status() {
    refused("forbidden").expectStatus().isForbidden();
    refused("missing").expectStatus().isNotFound();
    refused("invalid").expectStatus().isEqualTo(422);
    refused("stale").expectStatus().isEqualTo(412);
    refused("full")
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals(HttpHeaders.RETRY_AFTER, "2");
  }

  @Test
  void what_takes_too_long_may_be_tried_again() {
    ResponseSpec answer = refused("slow");
    answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
    expect(
        answer,
        """
        {"type": "https://kanmin.dev/problems/timed-out",
         "title": "The answer took too long", "status": 503,
         "detail": "The answer took too long. Try again.", "instance": "/v1/things/refused", "request": "r-1"}
        """);
  }

  @Test
  void a_store_that_another_command_found_gone_is_no_fault_of_ours() {
    refused("store-gone").expectStatus().isEqualTo(503);
  }

  @Test
  void a_store_that_does_not_answer_is_told_without_its_address() {
    ResponseSpec answer = refused("store");
    answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
    expect(
        answer,
        """
        {"type": "https://kanmin.dev/problems/unavailable",
         "title": "The service cannot answer now", "status": 503,
         "detail": "The store does not answer. Try again in a moment.",
         "instance": "/v1/things/refused", "request": "r-1"}
        """);
  }

  @Test
  void what_nobody_foresaw_is_told_without_its_inside_but_with_an_incident() {
    byte[] body =
        refused("bug")
            .expectStatus()
            .isEqualTo(500)
            .expectBody()
            .jsonPath("$.type")
            .isEqualTo("https://kanmin.dev/problems/internal")
            .jsonPath("$.incident")
            .value(incident -> assertThat(String.valueOf(incident)).matches("[0-9a-f]{16}"))
            .returnResult()
            .getResponseBody();
    assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("secret");
  }

  @Test
  void problem_codes_are_unique_and_fit_for_an_address() {
    assertThat(ProblemTypes.all())
        .extracting(ProblemType::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
  }

  private ResponseSpec refused(String how) {
    return jica.post().uri("/v1/things/refused?how=" + how).exchange();
  }

  private static java.util.List<Consumer<HttpHeaders>> keyOrNot() {
    return java.util.List.of(
        headers -> {}, headers -> headers.set(KanminHeaders.IDEMPOTENCY_KEY, "key-1"));
  }

  private static void expect(ResponseSpec answer, String problem) {
    answer
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .json(problem, JsonCompareMode.STRICT);
  }
}
