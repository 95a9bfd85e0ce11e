package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(OutputCaptureExtension.class)
class RequestIdTest {
  private final WebTestClient jica = RunningApplication.jica();

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/things/thg_1", "/v1/nothing", "/v1/things?x=1", "/actuator/health", "/..%2f"})
  void every_answer_has_one(String address) {
    URI asWritten = URI.create("http://127.0.0.1:" + RunningApplication.port() + address);
    assertThat(idOf(jica.get().uri(asWritten)))
        .matches("[0-9a-f]{16}")
        .isNotEqualTo(idOf(jica.get().uri(asWritten)));
    assertThat(idOf(RunningApplication.anybody().get().uri(asWritten))).matches("[0-9a-f]{16}");
  }

  @Test
  void a_caller_may_give_its_own() {
    assertThat(idOf(jica.get().uri("/v1/things/public").header("Kanmin-Request", "Trip-7_a.b")))
        .isEqualTo("Trip-7_a.b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a b", "a\tb", "名", "a/b", "a]b", "${jndi:ldap://x}"})
  void one_that_is_not_well_formed_is_not_taken(String given) {
    assertThat(idOf(jica.get().uri("/v1/things/public").header("Kanmin-Request", given)))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void one_that_is_too_long_is_not_taken() {
    assertThat(idOf(jica.get().uri("/v1/things/public").header("Kanmin-Request", "a".repeat(65))))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void a_problem_names_it() {
    jica.post()
        .uri("/v1/things/refused?how=conflict")
        .header("Kanmin-Request", "r-1")
        .exchange()
        .expectHeader()
        .valueEquals("Kanmin-Request", "r-1")
        .expectBody()
        .jsonPath("$.request")
        .isEqualTo("r-1");
  }

  @Test
  void a_refusal_is_logged_with_it_and_with_route_and_record(CapturedOutput output) {
    String id = "thg_00000000000000000000000001";
    jica.delete()
        .uri("/v1/things/" + id)
        .header("Kanmin-Request", "r-2")
        .exchange()
        .expectStatus()
        .isForbidden();
    assertThat(lines(output, "kanmin.refusals", "request=r-2"))
        .singleElement()
        .asString()
        .contains("[r-2]", "method=DELETE", "route=/v1/things/{id}", "record=" + id);
  }

  @Test
  void what_is_no_id_of_ours_in_the_address_stays_out_of_the_log(CapturedOutput output) {
    jica.delete().uri("/v1/things/Taro-Yamada").header("Kanmin-Request", "r-3").exchange();
    assertThat(lines(output, "kanmin.refusals", "request=r-3"))
        .singleElement()
        .asString()
        .contains("record=-")
        .doesNotContain("Taro");
  }

  @Test
  void what_is_logged_for_a_request_has_it_whichever_thread_logs(CapturedOutput output) {
    jica.get().uri("/v1/things/logged").header("Kanmin-Request", "r-4").exchange();
    jica.post().uri("/v1/things/refused?how=fault").header("Kanmin-Request", "r-5").exchange();
    assertThat(lines(output, "on another thread")).singleElement().asString().contains("[r-4]");
    assertThat(lines(output, "incident=")).singleElement().asString().contains("[r-5]");
  }

  private static List<String> lines(CapturedOutput output, String... words) {
    return output
        .getAll()
        .lines()
        .filter(line -> Stream.of(words).allMatch(line::contains))
        .toList();
  }

  private static String idOf(WebTestClient.RequestHeadersSpec<?> request) {
    EntityExchangeResult<byte[]> answer = request.exchange().expectBody().returnResult();
    assertThat(answer.getResponseHeaders().get("Kanmin-Request")).hasSize(1);
    return String.valueOf(answer.getResponseHeaders().getFirst("Kanmin-Request"));
  }
}
