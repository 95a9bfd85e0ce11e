package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;

class PlainRequestsTest {
  private static final String HOST = "http://kanmin.example";
  private static final String[] PARTS = {
    "v1",
    "cells",
    "VN",
    "a-b_c",
    ".",
    "..",
    ".x",
    "x.",
    "/",
    "//",
    "%2e",
    "%2F",
    "%25",
    "%00",
    "%e3%81%82",
    ";",
    ";a=b",
    "%3b",
    "%5c",
    "~",
    ":",
    "@",
    "!",
    "%0a",
    "%0D",
    "1.0"
  };

  private final PlainRequests firewall = new PlainRequests();
  private final StrictServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/cells/VN/endoscopy",
        "/v1/feed?limit=5&cursor=abc-_",
        "/v3/api-docs.yaml",
        "/v1/missions/msn_1/"
      })
  void a_request_with_nothing_to_mind_passes_as_it_is(String address) {
    var exchange = exchange(HttpMethod.GET, address, "Accept-Language", "ja, en;q=0.5");

    assertThat(firewall.getFirewalledExchange(exchange).block()).isSameAs(exchange);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1//cells", "/v1/./cells", "/v1/../cells", "/v1/cells;a=b", "/v1/%2e%2e/cells",
            "/v1/a%2Fb",
        "/v1/a%5cb", "/v1/a%00", "/v1/a%0a", "/v1/%25", "//", "/."
      })
  void what_the_strict_firewall_refuses_is_refused(String address) {
    var exchange = exchange(HttpMethod.GET, address);

    assertThatThrownBy(() -> firewall.getFirewalledExchange(exchange).block())
        .isInstanceOf(ServerExchangeRejectedException.class);
  }

  @Test
  void a_method_that_is_not_taken_is_refused() {
    var exchange = exchange(HttpMethod.TRACE, "/v1/cells");

    assertThatThrownBy(() -> firewall.getFirewalledExchange(exchange).block())
        .isInstanceOf(ServerExchangeRejectedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0085b", "a\u007fb", "\uffff"})
  void a_header_with_control_characters_cannot_be_read(String value) {
    var passed =
        firewall.getFirewalledExchange(exchange(HttpMethod.GET, "/v1", "X-A", value)).block();

    assertThatThrownBy(() -> headers(passed).getFirst("X-A"))
        .isInstanceOf(ServerExchangeRejectedException.class);
  }

  @Test
  void a_parameter_named_with_control_characters_cannot_be_read() {
    var passed = firewall.getFirewalledExchange(exchange(HttpMethod.GET, "/v1?a%00=b")).block();

    assertThatThrownBy(() -> passed.getRequest().getQueryParams())
        .isInstanceOf(ServerExchangeRejectedException.class);
  }

  @Test
  void whatever_passes_as_it_is_the_strict_firewall_would_let_pass() {
    Random random = new Random(7);
    int plain = 0;
    for (int n = 0; n < 20_000; n++) {
      String address = "/" + parts(random) + (random.nextBoolean() ? "?" + parts(random) : "");
      var exchange = exchange(HttpMethod.GET, address, "X-A", text(random));
      if (passesAsItIs(exchange)) {
        plain++;
        assertThatCode(
                () -> {
                  var wrapped = strict.getFirewalledExchange(exchange).block();
                  headers(wrapped).headerNames().forEach(name -> headers(wrapped).get(name));
                  wrapped.getRequest().getQueryParams();
                })
            .as(address)
            .doesNotThrowAnyException();
      }
    }
    assertThat(plain).isBetween(500, 19_500);
  }

  private boolean passesAsItIs(ServerWebExchange exchange) {
    try {
      return firewall.getFirewalledExchange(exchange).block() == exchange;
    } catch (ServerExchangeRejectedException refused) {
      return false;
    }
  }

  private static String parts(Random random) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(_ -> PARTS[random.nextInt(PARTS.length)])
        .collect(Collectors.joining(random.nextBoolean() ? "/" : ""));
  }

  private static String text(Random random) {
    return random.nextInt(4) == 0 ? "a" + (char) random.nextInt(0x300) : "plain text";
  }

  private static HttpHeaders headers(ServerWebExchange exchange) {
    return exchange.getRequest().getHeaders();
  }

  private static MockServerWebExchange exchange(
      HttpMethod method, String address, String... header) {
    var request = MockServerHttpRequest.method(method, URI.create(HOST + address));
    if (header.length > 0) {
      request.header(header[0], header[1]);
    }
    return MockServerWebExchange.from(request);
  }
}
