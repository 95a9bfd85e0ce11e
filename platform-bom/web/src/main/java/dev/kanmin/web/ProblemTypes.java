package dev.kanmin.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The problems that every service can answer with. The rules of a service's domain are its own
 * {@linkplain dev.kanmin.events.aggregates.Rule rules}; their codes end the {@code type} in the
 * same way.
 */
public final class ProblemTypes {
  public static final ProblemType BAD_INPUT =
      type("bad-input", HttpStatus.BAD_REQUEST, "The request cannot be read as documented");
  public static final ProblemType UNAUTHENTICATED =
      type("unauthenticated", HttpStatus.UNAUTHORIZED, "A valid access token is needed");
  public static final ProblemType FORBIDDEN =
      type("forbidden", HttpStatus.FORBIDDEN, "The caller may not do this");
  public static final ProblemType NOT_FOUND =
      type("not-found", HttpStatus.NOT_FOUND, "There is nothing at this address");
  public static final ProblemType METHOD_NOT_ALLOWED =
      type("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "The method does not apply here");
  public static final ProblemType NOT_ACCEPTABLE =
      type("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "No representation fits the Accept header");
  public static final ProblemType CONTENT_TOO_LARGE =
      type("content-too-large", HttpStatus.CONTENT_TOO_LARGE, "The request body is too large");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      type(
          "unsupported-media-type",
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "The format of the request body is not read here");
  public static final ProblemType REQUEST_REFUSED =
      type("request-refused", HttpStatus.BAD_REQUEST, "The request was refused");
  public static final ProblemType TOO_SLOW =
      type("too-slow", HttpStatus.REQUEST_TIMEOUT, "The request body arrives too slowly");
  public static final ProblemType QUOTA_EXCEEDED =
      type(
          "quota-exceeded",
          HttpStatus.TOO_MANY_REQUESTS,
          "More was asked for than one client may ask for");
  public static final ProblemType INTERNAL =
      type("internal", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");
  public static final ProblemType UNAVAILABLE =
      type("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer now");
  public static final ProblemType TIMED_OUT =
      type("timed-out", HttpStatus.SERVICE_UNAVAILABLE, "The answer took too long");

  private ProblemTypes() {}

  /** All of them, by status. */
  public static List<ProblemType> all() {
    return List.of(
        BAD_INPUT,
        REQUEST_REFUSED,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        NOT_ACCEPTABLE,
        CONTENT_TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        TOO_SLOW,
        QUOTA_EXCEEDED,
        INTERNAL,
        UNAVAILABLE,
        TIMED_OUT);
  }

  private static ProblemType type(String code, HttpStatus status, String title) {
    return new ProblemType(code, status, title);
  }
}
