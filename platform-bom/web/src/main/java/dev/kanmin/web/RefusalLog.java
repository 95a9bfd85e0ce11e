package dev.kanmin.web;

import dev.kanmin.events.aggregates.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * One line per refused command: who, by which rule, where, on which record. Never a body or a
 * person. An accepted command needs none: it is on its event. Goes to the logger {@code
 * kanmin.refusals}, so that it can be kept apart and append-only, and is counted under its rule as
 * {@code kanmin.refusals}.
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
    if (isRead(method) && !isDenied(problem) && !isOverQuota(problem)) {
      return;
    }
    Counter.builder("kanmin.refusals")
        .description("Commands that were refused, and reads that were denied, by rule")
        .tag("rule", problem.type().code())
        .register(meters)
        .increment();
    if (isOverQuota(problem)) {
      // the count tells it: a line for each would turn a flood of requests into one of lines
      return;
    }
    String agency = "-";
    String client = "-";
    if (exchange.getAttribute(RequestAttributes.CALLER) instanceof Caller caller) {
      agency = caller.agency().code();
      client = caller.client();
    }
    Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    try (var _ = RequestId.logging(exchange)) {
      LOG.info(
          "refused request={} agency={} client={} rule={} status={} method={} route={} record={}",
          RequestId.of(exchange),
          agency,
          Quoted.of(client),
          problem.type().code(),
          problem.type().status().value(),
          method,
          route == null ? "-" : route,
          record(exchange));
    }
  }

  /** Ids of ours in the address, the outer one first; other parts of it may be anything. */
  private static String record(ServerWebExchange exchange) {
    Map<String, String> variables =
        exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
    String ids =
        variables.values().stream().filter(Ids::isWellFormed).collect(Collectors.joining("/"));
    return ids.isEmpty() ? "-" : ids;
  }

  private static boolean isRead(HttpMethod method) {
    return READS.contains(method);
  }

  private static boolean isOverQuota(ProblemException problem) {
    return problem.type().status() == HttpStatus.TOO_MANY_REQUESTS;
  }

  private static boolean isDenied(ProblemException problem) {
    return problem.type().status() == HttpStatus.UNAUTHORIZED
        || problem.type().status() == HttpStatus.FORBIDDEN;
  }
}
