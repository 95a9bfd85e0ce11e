package dev.kanmin.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * One line per refused command: who, by which rule, where. Never a body or a person. An accepted
 * command needs none: it is on its event. Goes to the logger {@code kanmin.refusals}, so that it
 * can be kept apart and append-only, and is counted under its rule as {@code kanmin.refusals}.
 */
final class RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger("kanmin.refusals");
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final MeterRegistry meters;

  RefusalLog(MeterRegistry meters) {
    this.meters = meters;
  }

  void record(ServerWebExchange exchange, ProblemException problem) {
    HttpMethod method = exchange.getRequest().getMethod();
    if (isRead(method) && !isDenied(problem)) {
      return;
    }
    Counter.builder("kanmin.refusals")
        .description("Commands that were refused, and reads that were denied, by rule")
        .tag("rule", problem.type().code())
        .register(meters)
        .increment();
    String agency = "-";
    String client = "-";
    if (exchange.getAttribute(RequestAttributes.CALLER) instanceof Caller caller) {
      agency = caller.agency().code();
      client = caller.client();
    }
    Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    LOG.info(
        "refused agency={} client={} rule={} status={} method={} route={}",
        agency,
        Quoted.of(client),
        problem.type().code(),
        problem.type().status().value(),
        method,
        route == null ? "-" : route);
  }

  private static boolean isRead(HttpMethod method) {
    return READS.contains(method);
  }

  private static boolean isDenied(ProblemException problem) {
    return problem.type().status() == HttpStatus.UNAUTHORIZED
        || problem.type().status() == HttpStatus.FORBIDDEN;
  }
}
