package dev.kanmin.web;

import dev.kanmin.events.aggregates.Rule;
import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * A kind of problem, as clients tell them apart (RFC 9457 §3.1.1).
 *
 * @param code kebab case, stable: clients may switch on it
 * @param status the HTTP status it is answered with
 * @param title one short English sentence without values
 */
public record ProblemType(String code, HttpStatus status, String title) {
  private static final String BASE = "https://kanmin.dev/problems/";

  /** The problem as which a rule's refusals are answered. */
  static ProblemType of(Rule rule) {
    HttpStatus status =
        switch (rule.kind()) {
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
          case STALE -> HttpStatus.PRECONDITION_FAILED;
          case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
          case UNCONDITIONAL -> HttpStatus.PRECONDITION_REQUIRED;
          case OVERLOADED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return new ProblemType(rule.code(), status, rule.title());
  }

  /** What stands in the answer's {@code type}. */
  public URI uri() {
    return URI.create(BASE + code);
  }

  /** An answer of this kind. */
  public ProblemException with(String detail) {
    return new ProblemException(this, detail);
  }
}
