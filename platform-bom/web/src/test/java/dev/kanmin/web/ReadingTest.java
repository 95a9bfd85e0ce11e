package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Filters that are records, and what a view says of what its reader may do. */
class ReadingTest {
  private final WebTestClient jica = RunningApplication.jica();

  @Test
  void a_filter_is_made_of_the_query_parameters_that_are_there() {
    get("/v1/things/filtered?country=VN&colour=dark-blue&from=2027-04-01&kind=seminar&limit=3")
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo(
            "ThingFilter[country=Optional[VN], colour=Optional[DARK_BLUE],"
                + " from=Optional[2027-04-01], kind=Optional[seminar]]");
    get("/v1/things/filtered")
        .expectBody(String.class)
        .isEqualTo(
            "ThingFilter[country=Optional.empty, colour=Optional.empty, from=Optional.empty,"
                + " kind=Optional.empty]");
  }

  @ParameterizedTest
  @CsvSource({
    "country=XX, country, invalid-value",
    "country=, country, invalid-value",
    "colour=DARK_BLUE, colour, invalid-value",
    "from=tomorrow, from, invalid-value",
    "kind=pilgrimage, kind, invalid-value",
    "country=VN&country=TH, country, repeated",
    "city=Hanoi, city, unknown-parameter"
  })
  void a_filter_that_is_not_understood_is_refused_by_its_parameter(
      String query, String parameter, String code) {
    get("/v1/things/filtered?" + query)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].parameter")
        .isEqualTo(parameter)
        .jsonPath("$.errors[0].code")
        .isEqualTo(code);
  }

  /** A filter may have a component called like a header. */
  @Test
  void headers_are_no_part_of_a_filter() {
    jica.get()
        .uri("/v1/things/filtered")
        .header("From", "2027-04-01")
        .exchange()
        .expectBody(String.class)
        .value(shown -> assertThat(shown).contains("from=Optional.empty"));
  }

  @Test
  void actions_say_what_may_be_done_and_the_rule_that_forbids_the_rest() {
    get("/v1/things/thg_1/actions")
        .expectHeader()
        .valueEquals(HttpHeaders.ETAG, "\"7\"")
        .expectBody()
        .json(
            """
            [{"verb": "announce", "label": "Announce", "allowed": true},
             {"verb": "open", "label": "Open to applications", "allowed": false,
              "rule": "deadline-passed",
              "detail": "'open' is for a mission that is dark-blue; this one is red."}]
            """,
            JsonCompareMode.STRICT);
  }

  @Test
  void labels_come_in_the_language_of_the_reader() {
    jica.get()
        .uri("/v1/things/thg_1/actions")
        .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-TW, ja;q=0.5")
        .exchange()
        .expectBody()
        .jsonPath("$[0].label")
        .isEqualTo("公布");
  }

  @Test
  void without_the_scope_nothing_is_allowed_and_the_scope_is_named() {
    RunningApplication.with(RunningApplication.issuer().token("things:read"))
        .get()
        .uri("/v1/things/thg_1/actions")
        .exchange()
        .expectBody()
        .jsonPath("$[0].rule")
        .isEqualTo("insufficient-scope")
        .jsonPath("$[0].detail")
        .isEqualTo("The access token lacks the scope things:write.")
        .jsonPath("$[1].allowed")
        .isEqualTo(false);
  }

  /** What may be done changes with the time, not with the version. */
  @Test
  void a_view_with_actions_is_never_answered_from_the_callers_copy() {
    jica.get()
        .uri("/v1/things/thg_1/actions")
        .header(HttpHeaders.IF_NONE_MATCH, "\"7\"")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private WebTestClient.ResponseSpec get(String address) {
    return jica.get().uri(address).exchange();
  }
}
