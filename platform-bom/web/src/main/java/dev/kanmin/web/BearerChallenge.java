package dev.kanmin.web;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** The refusals of RFC 6750, with the {@code WWW-Authenticate} header that it demands. */
final class BearerChallenge {
  private static final String SCHEME = "Bearer realm=\"kanmin\"";

  private BearerChallenge() {}

  static ProblemException tokenMissing() {
    return problem(
        ProblemTypes.UNAUTHENTICATED,
        "Send an access token in the header 'Authorization: Bearer …'.",
        SCHEME);
  }

  static ProblemException tokenInvalid(String reason) {
    return problem(
        ProblemTypes.UNAUTHENTICATED,
        "The access token is not valid: " + reason,
        SCHEME + ", error=\"invalid_token\"");
  }

  static ProblemException scopeMissing(String scope) {
    return problem(
        ProblemTypes.FORBIDDEN,
        "The access token lacks the scope " + scope + ".",
        SCHEME + ", error=\"insufficient_scope\", scope=\"" + scope + '"');
  }

  private static ProblemException problem(ProblemType type, String detail, String challenge) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    return new ProblemException(type, detail, List.of(), headers);
  }
}
