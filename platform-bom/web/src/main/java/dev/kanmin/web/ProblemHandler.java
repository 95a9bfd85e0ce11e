package dev.kanmin.web;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Turns every error into a problem. What nobody foresaw is answered without its inside, but with an
 * incident number under which the log tells it.
 */
final class ProblemHandler implements WebExceptionHandler, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  private final RefusalLog refusals;

  ProblemHandler(RefusalLog refusals) {
    this.refusals = refusals;
  }

  /** Before Spring Boot's own, which would answer in another format. */
  @Override
  public int getOrder() {
    return -2;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(error);
    }
    Optional<ProblemException> known = KnownProblems.of(error);
    if (known.isPresent()) {
      refusals.record(exchange, known.get());
      return ProblemWriter.write(exchange, known.get());
    }
    String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    try (var _ = RequestId.logging(exchange)) {
      LOG.error(
          "incident={} request={} method={} path={}",
          incident,
          RequestId.of(exchange),
          exchange.getRequest().getMethod(),
          Quoted.of(exchange.getRequest().getPath().value()),
          error);
    }
    return ProblemWriter.write(
        exchange,
        ProblemTypes.INTERNAL.with(
            "The request could not be carried out. Tell us the incident number if it happens again."),
        Optional.of(incident));
  }
}
