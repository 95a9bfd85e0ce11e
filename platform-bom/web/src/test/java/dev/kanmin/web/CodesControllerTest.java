package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

class CodesControllerTest {
  private final WebTestClient jica = RunningApplication.jica();

  @Test
  void all_lists_are_named_with_their_source_and_size() {
    jica.get()
        .uri("/v1/codes")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items[*].name")
        .value(names -> assertThat((List<?>) names).asList().contains("countries", "fields"))
        .jsonPath("$.items[0].source.text")
        .exists();
  }

  @Test
  void a_list_has_its_labels_in_all_languages() {
    jica.get()
        .uri("/v1/codes/fields")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .doesNotExist(HttpHeaders.CONTENT_LANGUAGE)
        .expectBody()
        .jsonPath("$.entries[?(@.code=='endoscopy')].labels.ja")
        .isEqualTo("内視鏡")
        .jsonPath("$.entries[0].label")
        .doesNotExist();
  }

  @Test
  void who_prefers_a_language_gets_the_label_in_it() {
    label("ja").isEqualTo("内視鏡");
    label("fr, ja;q=0.5").isEqualTo("内視鏡");
    label("ja-JP, en;q=0.9").isEqualTo("内視鏡");
    label("en-GB, ja;q=0.9").isEqualTo("Endoscopy");
    label("fr").isEqualTo("Endoscopy");
  }

  @Test
  void a_malformed_language_is_refused() {
    jica.get()
        .uri("/v1/codes/fields")
        .header(HttpHeaders.ACCEPT_LANGUAGE, "ja;q=x")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].header")
        .isEqualTo("Accept-Language");
  }

  @Test
  void a_list_is_filtered_and_says_how_much_was_left_out() {
    jica.get()
        .uri("/v1/codes/countries?code=VN&code=TH")
        .exchange()
        .expectBody()
        .jsonPath("$.entries[*].code")
        .value(codes -> assertThat((List<?>) codes).asList().containsExactlyInAnyOrder("VN", "TH"))
        .jsonPath("$.leftOut")
        .value(count -> assertThat((Integer) count).isPositive());
    jica.get()
        .uri("/v1/codes/fields?q=ＥＮＤＯＳ")
        .exchange()
        .expectBody()
        .jsonPath("$.entries[*].code")
        .isEqualTo("endoscopy");
  }

  @Test
  void a_retired_code_is_shown_with_its_date_and_left_out_on_request() {
    jica.get()
        .uri("/v1/codes/schemes")
        .exchange()
        .expectBody()
        .jsonPath("$.entries[?(@.retired)]")
        .isNotEmpty();
    jica.get()
        .uri("/v1/codes/schemes?currentOn=2026-11-23")
        .exchange()
        .expectBody()
        .jsonPath("$.entries[?(@.retired)]")
        .isEmpty();
  }

  @Test
  void an_unknown_list_is_not_found_and_the_answer_names_those_there_are() {
    jica.get()
        .uri("/v1/codes/colours")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.detail")
        .value(
            detail ->
                assertThat(String.valueOf(detail))
                    .startsWith("There is no code list 'colours'.")
                    .contains("countries"));
  }

  @Test
  void a_list_that_the_caller_has_is_not_sent_again() {
    String tag =
        jica.get()
            .uri("/v1/codes/fields")
            .exchange()
            .expectHeader()
            .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=3600, private")
            .returnResult(String.class)
            .getResponseHeaders()
            .getETag();
    jica.get()
        .uri("/v1/codes/fields")
        .header(HttpHeaders.IF_NONE_MATCH, tag)
        .exchange()
        .expectStatus()
        .isNotModified();
    jica.get()
        .uri("/v1/codes/fields")
        .header(HttpHeaders.IF_NONE_MATCH, tag)
        .header(HttpHeaders.ACCEPT_LANGUAGE, "ja")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private org.springframework.test.web.reactive.server.JsonPathAssertions label(String language) {
    return jica.get()
        .uri("/v1/codes/fields?code=endoscopy")
        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.entries[0].label");
  }
}
