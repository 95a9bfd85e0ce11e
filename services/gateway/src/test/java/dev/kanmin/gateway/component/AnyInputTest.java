package dev.kanmin.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client sends, it is never answered that something went wrong on our side: each of
 * these, at each address, with a token and without.
 */
class AnyInputTest {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/cells/VN/endoscopy",
          "/squares",
          "/live",
          "/sign-in-failed",
          "/sign-out",
          "/status",
          "/openapi.yaml",
          "/openapi.json",
          "/v3/api-docs",
          "/docs",
          "/docs/problems",
          "/assets/kanmin.css",
          "/v1/cells",
          "/v1/search",
          "/v1/cells/VN/endoscopy",
          "/v1/feed",
          "/v1/feed/stream",
          "/v1/codes/fields",
          "/v1/missions",
          "/v1/activities/export",
          "/oauth2/authorization/kanmin",
          "/login/oauth2/code/kanmin",
          "/actuator/health",
          "/nothing");
  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get");
  private static final List<String> HEADERS = headers();
  private static final List<String> QUERIES =
      List.of(
          "[",
          "x=[",
          "lang[]=en",
          "lang=[",
          "x[0]=1",
          "%",
          "x=%zz",
          "x=%00",
          "x=%ff",
          "=",
          "&",
          "?",
          "x=\u00e9",
          "x={",
          "{x}=1",
          "x=|",
          "x=\\",
          "x=\"",
          "x=<",
          "x=^",
          "lang=en&lang=ja",
          "lang=",
          "x=%E3%81",
          "x=%C0%80",
          ";",
          "error=x",
          "code=x&state=y",
          "state=%",
          "cell=x",
          "cell=-",
          "show=x",
          "after=x",
          "after=99999999999999999999",
          "after=",
          "after=-2",
          "limit=x",
          "limit=99999999999",
          "type=x",
          "type=",
          "country=",
          "field=",
          "cursor=x",
          "from=-999999999-01-01",
          "from=",
          "to=%2B999999999-12-31",
          "continue");
  private static final String TOKEN =
      "Authorization: Bearer "
          + RunningGateway.TOKENS.token(
              "jica", "cells:read", "feed:read", "codes:read", "missions:read", "activities:read");

  private final List<String> faults = new ArrayList<>();

  @Test
  void any_method() {
    METHODS.forEach(method -> atEachAddress(method, "", ""));
    assertThat(faults).isEmpty();
  }

  @Test
  void any_query() {
    QUERIES.forEach(query -> atEachAddress("GET", "?" + query, ""));
    assertThat(faults).isEmpty();
  }

  @Test
  void any_header() {
    HEADERS.forEach(header -> atEachAddress("GET", "", header + "\r\n"));
    assertThat(faults).isEmpty();
  }

  private void atEachAddress(String method, String query, String header) {
    for (String path : PATHS) {
      send(method + " " + path + query, header);
      send(method + " " + path + query, header + TOKEN + "\r\n");
    }
  }

  private void send(String request, String headers) {
    String what = request + " " + headers.replace(TOKEN, "(token)").strip();
    try (var connection = new RawClient(RunningGateway.GATEWAY.url(), "127.0.0.1")) {
      connection.write(request + " HTTP/1.1\r\nHost: gateway\r\n" + headers + "\r\n");
      int status = connection.status();
      if (status >= 500 && status != 501) {
        faults.add(status + " " + what);
      }
    } catch (IOException silent) {
      faults.add(silent.getMessage() + " " + what);
    }
  }

  private static List<String> headers() {
    return Stream.of(
            of(
                "Accept",
                "x",
                "*",
                "*/json",
                "application/json;charset=utf-16",
                "text/html;charset=\"",
                "text/html;charset=foo",
                "text/html;q=x",
                ";",
                ",",
                "a/b/c",
                "text/event-stream",
                "application/xml",
                "image/*"),
            of("Accept-Charset", "utf-16", "x", "*", "utf-8;q=x", "\u00e9"),
            of(
                "Accept-Language",
                "ja-u-ca-japanese",
                "-",
                "ja;q=x",
                "x",
                "i-klingon",
                "*",
                "en_US",
                ","),
            of("Accept-Encoding", "x", "gzip;q=x", "identity;q=0"),
            of("If-None-Match", "\"", "\"\"", "W/", "x", ",", "*", "\"a\",\"b\"", "\u00e9"),
            of("If-Match", "\"", "x", "*"),
            of("If-Modified-Since", "x", "0", "Sun, 99 Foo 2020 00:00:00 GMT"),
            of(
                "Range",
                "x",
                "bytes=0-",
                "bytes=9-1",
                "bytes=-1",
                "bytes=a-b",
                "bytes=99999999999999999999-"),
            of(
                "Content-Type",
                "x",
                "application/json;charset=foo",
                "multipart/form-data",
                ";",
                "/"),
            of(
                "Cookie",
                "x",
                "=",
                ";",
                "kanmin-session=x",
                "kanmin-lang=\u00e9",
                "kanmin-sign-in=x",
                "kanmin-sign-in=AAAA",
                "REDIRECT_URI=%",
                "REDIRECT_URI=W10"),
            of("Origin", "x", "null", "http://[", "https://evil:99999", "\u00e9"),
            of("Host", "[", "x y", "a:99999", "\u00e9", "a@b", "%"),
            of("Forwarded", "x", "host=[", "for=\"", "proto=javascript"),
            of("X-Forwarded-For", "[", "1.2.3.4:x", "\u00e9"),
            of("X-Forwarded-Host", "[", "a:b"),
            of("X-Forwarded-Proto", "\u00e9", "javascript"),
            of("Kanmin-After", "x", "-1", ",", "/trade-missions/x/99999999999999999999", "\u00e9"),
            of("Last-Event-ID", "x", "-2", "99999999999999999999", "\u00e9"),
            of("Idempotency-Key", "\u00e9", "\""),
            of("traceparent", "x", "00-" + "g".repeat(32) + "-" + "f".repeat(16) + "-01"),
            of("baggage", "x", "=", "a=%"),
            of("Upgrade", "websocket", "h2c", "TLS/1.0"),
            of("Expect", "100-continue", "x"),
            of("Transfer-Encoding", "x", "gzip"),
            of("Content-Length", "x", "-1", "99999999999999999999"),
            of("Access-Control-Request-Method", "x", "GET"))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> of(String name, String... values) {
    return Stream.of(values).map(value -> name + ": " + value);
  }
}
