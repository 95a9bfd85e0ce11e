package dev.kanmin.web;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** Ends a request with a problem. Throw it, or signal it as error, from anywhere in a handler. */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<InputFault> faults;
  private final transient HttpHeaders headers;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), HttpHeaders.EMPTY);
  }

  /**
   * A problem that names what was at fault in the request.
   *
   * @param detail what was wrong and what to do, in one or two English sentences
   * @param faults each fault, with its place
   * @param headers that the answer must carry, such as {@code Allow} or {@code Retry-After}
   */
  public ProblemException(
      ProblemType type, String detail, List<InputFault> faults, HttpHeaders headers) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.headers = headers;
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<InputFault> faults() {
    return faults;
  }

  public HttpHeaders headers() {
    return headers;
  }
}
