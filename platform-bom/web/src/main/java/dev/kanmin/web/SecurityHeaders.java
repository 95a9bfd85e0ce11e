package dev.kanmin.web;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What every answer of the API tells browsers, of the set that OWASP recommends for APIs (REST
 * Security Cheat Sheet): take the type as it is said, show it in no frame, tell nobody the address,
 * keep nothing unless the handler says so.
 */
final class SecurityHeaders {
  private static final String STRICT_TRANSPORT_SECURITY = "Strict-Transport-Security";

  private SecurityHeaders() {}

  /** Sets them before anything else, so that a handler can say otherwise. */
  static void set(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
    if ("https".equals(exchange.getRequest().getURI().getScheme())) {
      headers.set(STRICT_TRANSPORT_SECURITY, "max-age=31536000 ; includeSubDomains");
    }
  }
}
