package dev.kanmin.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages as answers. */
public final class Pages {
  private Pages() {}

  /**
   * 200 with the page, and a {@code Link} to the next one (RFC 8288) if there is one. The link is
   * relative, so that it holds behind any proxy.
   */
  public static <T> ResponseEntity<Page<T>> respond(Page<T> page, ServerWebExchange exchange) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    page.next()
        .ifPresent(
            cursor ->
                answer.header(
                    HttpHeaders.LINK, "<" + address(exchange, cursor) + ">; rel=\"next\""));
    return answer.body(page);
  }

  private static String address(ServerWebExchange exchange, String cursor) {
    String query = exchange.getRequest().getURI().getRawQuery();
    return UriComponentsBuilder.newInstance()
        .path(exchange.getRequest().getPath().value())
        .query(query)
        .replaceQueryParam("cursor", cursor)
        .build(true)
        .toUriString();
  }
}
