package dev.kanmin.web;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** The refusals of RFC 6750, with the {@code WWW-Authenticate} header that it demands. */
final class BearerChallenge {
  /** Of the {@code Authorization} header, in any case. */
  static final String SCHEME = "Bearer";

  private static final String CHALLENGE = SCHEME + " realm=\"kanmin\"";

  private BearerChallenge() {}

  static ProblemException tokenMissing() {
    return problem(
        ProblemTypes.UNAUTHENTICATED,
        "Send an access token in the header 'Authorization: Bearer …'.",
        CHALLENGE);
  }

  static ProblemException tokenInvalid(String reason) {
    return problem(
        ProblemTypes.UNAUTHENTICATED,
        "The access token is not valid: " + reason,
        CHALLENGE + ", error=\"invalid_token\"");
  }

  static ProblemException scopeMissing(String scope) {
    return problem(
        ProblemTypes.FORBIDDEN,
        lacking(scope),
        CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + '"');
  }

  static String lacking(String scope) {
    return "The access token lacks the scope " + scope + ".";
  }

  private static ProblemException problem(ProblemType type, String detail, String challenge) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    return new ProblemException(type, detail, List.of(), headers);
  }
}
