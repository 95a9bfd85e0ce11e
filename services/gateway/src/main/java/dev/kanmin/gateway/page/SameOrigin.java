package dev.kanmin.gateway.page;

import java.net.URI;
import org.springframework.http.HttpHeaders;

/** Whether a form comes from a page of ours, for where it carries no token that says so. */
final class SameOrigin {
  private SameOrigin() {}

  /** Every browser says from which origin a form is sent (Fetch standard, 3.1). */
  static boolean isSaid(HttpHeaders headers) {
    String origin = headers.getFirst(HttpHeaders.ORIGIN);
    String host = headers.getFirst(HttpHeaders.HOST);
    return origin != null
        && host != null
        && origin.matches("https?://[A-Za-z0-9.:\\[\\]-]{1,300}")
        && host.equals(URI.create(origin).getAuthority());
  }
}
