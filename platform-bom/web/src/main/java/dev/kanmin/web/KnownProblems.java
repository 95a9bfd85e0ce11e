package dev.kanmin.web;

import com.mongodb.MongoException;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.StoreFault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Which problem an error is, for all errors that are not our fault. */
final class KnownProblems {
  private static final String RETRY_AFTER_SECONDS = "2";

  private KnownProblems() {}

  /** Empty for an error that nobody foresaw. */
  static Optional<ProblemException> of(Throwable error) {
    return switch (error) {
      case ProblemException problem -> Optional.of(problem);
      case Refusal refusal -> Optional.of(refused(refusal));
      case ServerErrorException _ -> Optional.empty();
      case ResponseStatusException status -> ofStatus(status);
      case DataBufferLimitException _ -> Optional.of(tooLarge());
      case DecodingException _ -> Optional.of(unreadableBody());
      case InvalidMediaTypeException malformed -> Optional.of(mediaType(malformed.getMessage()));
      case InvalidMimeTypeException malformed -> Optional.of(mediaType(malformed.getMessage()));
      // the type was agreed upon, and its charset is one that nobody writes JSON in
      case HttpMessageNotWritableException _ -> Optional.of(notWritable());
      case TimeoutException _ ->
          Optional.of(later(ProblemTypes.TIMED_OUT, "The answer took too long. Try again."));
      case MongoException store when StoreFault.isOutage(store) -> Optional.of(storeUnavailable());
      default -> Optional.empty();
    };
  }

  private static ProblemException refused(Refusal refusal) {
    ProblemType type = ProblemType.of(refusal.rule());
    List<InputFault> faults =
        refusal
            .pointer()
            .map(pointer -> List.of(InputFault.at(pointer, type.code(), refusal.detail())))
            .orElse(List.of());
    return new ProblemException(
        type,
        refusal.detail(),
        faults,
        type.status() == HttpStatus.SERVICE_UNAVAILABLE ? busy(type.code()) : HttpHeaders.EMPTY);
  }

  private static Optional<ProblemException> ofStatus(ResponseStatusException error) {
    return switch (error) {
      case MissingRequestValueException missing -> Optional.of(ParameterFaults.missing(missing));
      case ServerWebInputException input -> ofInput(input);
      case ContentTooLargeException _ -> Optional.of(tooLarge());
      case MethodNotAllowedException method -> Optional.of(methodNotAllowed(method));
      case NotAcceptableStatusException representation ->
          Optional.of(
              ProblemTypes.NOT_ACCEPTABLE.with(
                  "This can be answered as "
                      + list(representation.getSupportedMediaTypes())
                      + "."));
      case UnsupportedMediaTypeStatusException format -> Optional.of(unsupported(format));
      default -> ofOther(error);
    };
  }

  private static Optional<ProblemException> ofInput(ServerWebInputException input) {
    for (Throwable cause = input.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof DecodingException) {
        return Optional.of(unreadableBody());
      }
      if (cause instanceof DataBufferLimitException) {
        return Optional.of(tooLarge());
      }
      if (cause instanceof ProblemException problem) {
        return Optional.of(problem);
      }
    }
    return Optional.of(ParameterFaults.of(input));
  }

  private static Optional<ProblemException> ofOther(ResponseStatusException error) {
    HttpStatus status = HttpStatus.resolve(error.getStatusCode().value());
    if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
      return Optional.empty();
    }
    if (status == HttpStatus.NOT_FOUND) {
      return Optional.of(
          ProblemTypes.NOT_FOUND.with("There is nothing at this address. See /v3/api-docs.yaml."));
    }
    if (status.is5xxServerError()) {
      return Optional.of(later(ProblemTypes.UNAVAILABLE, "The service cannot answer now."));
    }
    String reason = error.getReason();
    return Optional.of(
        new ProblemException(
            new ProblemType(
                ProblemTypes.REQUEST_REFUSED.code(), status, ProblemTypes.REQUEST_REFUSED.title()),
            reason == null ? status.getReasonPhrase() : reason,
            List.of(),
            error.getHeaders()));
  }

  private static ProblemException methodNotAllowed(MethodNotAllowedException error) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAllow(error.getSupportedMethods());
    return new ProblemException(
        ProblemTypes.METHOD_NOT_ALLOWED,
        "%s does not apply here; %s does."
            .formatted(
                error.getHttpMethod(),
                error.getSupportedMethods().stream()
                    .map(HttpMethod::name)
                    .sorted()
                    .collect(Collectors.joining(", "))),
        List.of(),
        headers);
  }

  private static ProblemException unsupported(UnsupportedMediaTypeStatusException error) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(error.getSupportedMediaTypes());
    return new ProblemException(
        ProblemTypes.UNSUPPORTED_MEDIA_TYPE,
        error.getSupportedMediaTypes().isEmpty()
            ? "No body of this type is read here."
            : "Bodies are read here as " + list(error.getSupportedMediaTypes()) + ".",
        List.of(),
        headers);
  }

  private static ProblemException notWritable() {
    return ProblemTypes.NOT_ACCEPTABLE.with(
        "This cannot be answered in the charset that Accept names: leave it out, or name UTF-8.");
  }

  private static ProblemException mediaType(@org.jspecify.annotations.Nullable String message) {
    return new BadInput(
        InputFault.header(
            HttpHeaders.CONTENT_TYPE,
            FaultCodes.INVALID_VALUE,
            "A media type is malformed: " + message));
  }

  /** A JSON body with faults is {@link BadInput} already; this is one that is not there at all. */
  private static ProblemException unreadableBody() {
    return new BadInput(
        InputFault.at("", FaultCodes.MISSING, "A request body is required and absent."));
  }

  private static ProblemException tooLarge() {
    return ProblemTypes.CONTENT_TOO_LARGE.with(
        "The request body is larger than what is read here at once.");
  }

  private static ProblemException storeUnavailable() {
    return later(ProblemTypes.UNAVAILABLE, "The store does not answer. Try again in a moment.");
  }

  static ProblemException issuerUnavailable() {
    return later(
        ProblemTypes.UNAVAILABLE, "The token's issuer does not answer. Try again in a moment.");
  }

  private static ProblemException later(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of(), retryAfter());
  }

  /** Marked, so that whoever watches the health of the service does not take it for ill. */
  private static HttpHeaders busy(String rule) {
    HttpHeaders headers = retryAfter();
    headers.set(KanminHeaders.BUSY, rule);
    return headers;
  }

  private static HttpHeaders retryAfter() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return headers;
  }

  private static String list(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
