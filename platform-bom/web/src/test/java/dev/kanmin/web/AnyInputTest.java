package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What a caller sends is never a fault of ours. */
class AnyInputTest {
  private final WebTestClient jica = RunningApplication.jica();

  @Test
  void options_names_the_methods_and_asks_for_no_scope() {
    RunningApplication.with(RunningApplication.issuer().token("codes:read"))
        .options()
        .uri("/v1/things")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET", "POST"));
  }

  @Test
  void options_without_a_token_is_refused_as_anything_is() {
    RunningApplication.anybody()
        .options()
        .uri("/v1/things")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void a_charset_in_which_nobody_writes_json_is_not_acceptable() {
    jica.get()
        .uri("/v1/things/1")
        .header(HttpHeaders.ACCEPT, "application/json;charset=utf-16")
        .exchange()
        .expectStatus()
        .isEqualTo(406)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(
            "This cannot be answered in the charset that Accept names: leave it out, or name UTF-8.");
  }

  @ParameterizedTest
  @CsvSource({"'?country=', country", "'?tag=%20', tag", "'?cursor=', cursor", "'?limit', limit"})
  void a_parameter_without_a_value_is_named(String query, String parameter) {
    jica.get()
        .uri(java.net.URI.create(address("/v1/things" + query)))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].parameter")
        .isEqualTo(parameter)
        .jsonPath("$.errors[0].detail")
        .isEqualTo(parameter + " has no value: give it one, or leave it out.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja-u-ca-japanese", "x", "ja-x-y", "i-klingon", "zh-Hant-u-co-stroke"})
  void a_language_that_the_site_lacks_is_answered_in_another(String language) {
    jica.get()
        .uri("/v1/codes/fields")
        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"\"", "W/", "W/\"", "x", ",", "\"a"})
  void a_malformed_condition_holds_for_nothing(String tag) {
    jica.get()
        .uri("/v1/things/1")
        .header(HttpHeaders.IF_NONE_MATCH, tag)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void entity_tags_are_compared_weakly() {
    assertThat(known("\"7\"", "\"7\"")).isTrue();
    assertThat(known("W/\"7\"", "\"7\"")).isTrue();
    assertThat(known("\"6\", W/\"7\"", "W/\"7\"")).isTrue();
    assertThat(known("*", "W/\"7\"")).isTrue();
    assertThat(known("\"77\"", "\"7\"")).isFalse();
    assertThat(known("\"", "\"7\"")).isFalse();
    assertThat(EntityTags.areKnown(new HttpHeaders(), "\"7\"")).isFalse();
  }

  @Test
  void what_a_rule_puts_off_is_marked_as_no_illness_of_the_service() {
    jica.method(HttpMethod.POST)
        .uri("/v1/things/refused?how=full")
        .exchange()
        .expectHeader()
        .valueEquals(KanminHeaders.BUSY, "outbox-full");
    jica.method(HttpMethod.POST)
        .uri("/v1/things/refused?how=store")
        .exchange()
        .expectHeader()
        .doesNotExist(KanminHeaders.BUSY);
  }

  private static boolean known(String condition, String entityTag) {
    HttpHeaders request = new HttpHeaders();
    request.set(HttpHeaders.IF_NONE_MATCH, condition);
    return EntityTags.areKnown(request, entityTag);
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + RunningApplication.port() + path;
  }
}
