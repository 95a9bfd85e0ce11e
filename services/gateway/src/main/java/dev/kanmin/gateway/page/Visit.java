package dev.kanmin.gateway.page;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * When somebody was here before, which the browser remembers. Pages that are opened within half an
 * hour are one visit.
 *
 * @param since end of the visit before this one
 */
record Visit(Instant since) {
  private static final String COOKIE = "kanmin-visit";
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final Duration AT_FIRST = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofDays(365);

  static Visit of(ServerRequest request, Instant now) {
    HttpCookie cookie = request.cookies().getFirst(COOKIE);
    String[] told = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
    if (told.length != 2 || !told[0].matches("[0-9]{1,12}") || !told[1].matches("[0-9]{1,12}")) {
      return new Visit(now.minus(AT_FIRST));
    }
    Instant since = Instant.ofEpochSecond(Long.parseLong(told[0]));
    Instant last = Instant.ofEpochSecond(Long.parseLong(told[1]));
    return new Visit(last.plus(PAUSE).isBefore(now) ? last : since);
  }

  ResponseCookie cookie(Instant now) {
    return ResponseCookie.from(COOKIE, since.getEpochSecond() + "." + now.getEpochSecond())
        .path("/home")
        .maxAge(KEPT)
        .httpOnly(true)
        .sameSite("Lax")
        .build();
  }
}
