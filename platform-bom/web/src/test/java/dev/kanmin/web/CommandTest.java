package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class CommandTest {
  private static final String BODY = "{\"country\":\"VN\",\"from\":\"2027-01-01\"}";
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final WebTestClient jica = RunningApplication.jica();

  @Test
  void a_create_answers_where_it_lives_and_which_events_it_led_to() {
    jica.post()
        .uri("/v1/things")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            "{\"name\":\"a\",\"country\":\"VN\",\"capacity\":3,\"colour\":\"red\",\"stops\":[]}")
        .exchange()
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals(HttpHeaders.LOCATION, "/v1/things/thg_a")
        .expectHeader()
        .valueEquals(HttpHeaders.ETAG, "\"2\"")
        .expectHeader()
        .valueEquals(KanminHeaders.EVENT, "/things/thg_1/2, /things/thg_2/1")
        .expectBody()
        .json(
            """
            {"id": "thg_a", "version": 2, "unchanged": false,
             "events": ["/things/thg_1/1", "/things/thg_1/2", "/things/thg_2/1"]}
            """);
  }

  @Test
  void an_edit_without_if_match_is_told_that_it_needs_one() {
    jica.put()
        .uri("/v1/things/thg_1")
        .exchange()
        .expectStatus()
        .isEqualTo(428)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://kanmin.dev/problems/version-required");
  }

  @Test
  void an_edit_with_if_match_is_carried_out() {
    jica.put()
        .uri("/v1/things/thg_1")
        .header(HttpHeaders.IF_MATCH, "\"3\"")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.ETAG, "\"4\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"W/\"3\"", "\"abc\"", "\"-1\"", "\"03\"", "\"\"", "\"1234567890123456789\""})
  void a_tag_of_no_version_is_stale(String tag) {
    jica.put()
        .uri("/v1/things/thg_1")
        .header(HttpHeaders.IF_MATCH, tag)
        .exchange()
        .expectStatus()
        .isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "\"3", "\"3\", \"4\"", "3\"", "\"3\" x", "w/\"3\""})
  void what_is_no_tag_is_bad_input(String tag) {
    jica.put()
        .uri("/v1/things/thg_1")
        .header(HttpHeaders.IF_MATCH, tag)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].header")
        .isEqualTo("If-Match");
  }

  @Test
  void a_read_carries_its_version_and_is_not_repeated_to_who_has_it() {
    jica.get()
        .uri("/v1/things/thg_1")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.ETAG, "\"7\"")
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache, private");
    jica.get()
        .uri("/v1/things/thg_1")
        .header(HttpHeaders.IF_NONE_MATCH, "\"6\", \"7\"")
        .exchange()
        .expectStatus()
        .isNotModified()
        .expectBody()
        .isEmpty();
  }

  @Test
  void a_command_carries_who_sent_it_and_what_it_expects() {
    see(headers -> {
          headers.set(HttpHeaders.IF_MATCH, "\"12\"");
          headers.set("traceparent", TRACE);
        })
        .jsonPath("$.actor")
        .isEqualTo("jica/jica-batch")
        .jsonPath("$.expected")
        .isEqualTo("Version[version=12]")
        .jsonPath("$.traceparent")
        .isEqualTo(TRACE)
        .jsonPath("$.key")
        .doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "x"
      })
  void a_malformed_trace_context_is_dropped(String traceparent) {
    see(headers -> headers.set("traceparent", traceparent))
        .jsonPath("$.traceparent")
        .doesNotExist();
  }

  @Test
  void a_key_holds_for_the_agency_and_the_address() {
    see(headers -> headers.set(KanminHeaders.IDEMPOTENCY_KEY, "order-66"))
        .jsonPath("$.key")
        .isEqualTo("order-66")
        .jsonPath("$.scope")
        .isEqualTo("jica POST /v1/things/seen");
  }

  @Test
  void quotes_do_not_make_another_key() {
    see(headers -> headers.set(KanminHeaders.IDEMPOTENCY_KEY, "\"order-66\""))
        .jsonPath("$.key")
        .isEqualTo("order-66");
  }

  @Test
  void the_same_body_has_the_same_digest_and_another_body_another() {
    String first = digest(BODY);
    assertThat(digest(BODY)).isEqualTo(first).matches("[0-9a-f]{64}");
    assertThat(digest(BODY.replace("VN", "TH"))).isNotEqualTo(first);
    assertThat(digest(BODY + " ")).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "\"\""})
  void a_key_that_is_not_printable_ascii_is_refused(String key) {
    refusedKey(key);
  }

  @Test
  void a_key_of_more_than_128_characters_is_refused() {
    see(headers -> headers.set(KanminHeaders.IDEMPOTENCY_KEY, "k".repeat(128)))
        .jsonPath("$.key")
        .isEqualTo("k".repeat(128));
    refusedKey("k".repeat(129));
  }

  @Test
  void two_keys_are_refused() {
    refusedKey("one", "two");
  }

  @Test
  void a_page_links_to_the_next_one_with_all_its_parameters() {
    jica.get()
        .uri("/v1/things?country=VN&tag=a&tag=b&cursor=old&limit=2")
        .exchange()
        .expectHeader()
        .valueEquals(
            HttpHeaders.LINK,
            "</v1/things?country=VN&tag=a&tag=b&limit=2&cursor=next-page>; rel=\"next\"");
  }

  private void refusedKey(String... keys) {
    jica.post()
        .uri("/v1/things/seen")
        .header(KanminHeaders.IDEMPOTENCY_KEY, keys)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(BODY)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].header")
        .isEqualTo("Idempotency-Key");
  }

  private String digest(String body) {
    ThingsController.Seen seen =
        jica.post()
            .uri("/v1/things/seen")
            .header(KanminHeaders.IDEMPOTENCY_KEY, "order-66")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(ThingsController.Seen.class)
            .returnResult()
            .getResponseBody();
    return seen == null ? "" : seen.request().orElseThrow();
  }

  private WebTestClient.BodyContentSpec see(java.util.function.Consumer<HttpHeaders> headers) {
    return jica.post()
        .uri("/v1/things/seen")
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(BODY)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }
}
