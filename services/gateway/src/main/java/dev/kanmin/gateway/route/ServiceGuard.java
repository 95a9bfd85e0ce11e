package dev.kanmin.gateway.route;

import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemType;
import dev.kanmin.web.ProblemTypes;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps one service's troubles from becoming everybody's: limits how many requests are under way to
 * it and how long one may take, and stops asking while it keeps failing. What it cannot answer is a
 * problem that says when to come back.
 */
final class ServiceGuard implements GatewayFilter {
  static final ProblemType SERVICE_UNAVAILABLE =
      new ProblemType(
          "service-unavailable",
          HttpStatus.SERVICE_UNAVAILABLE,
          "A service behind the gateway cannot answer now");

  private static final String RETRY_AFTER_SECONDS = "5";

  private final String service;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final Limits limits;

  /**
   * What one request may cost.
   *
   * @param body of the request, as its length is declared; without one the service limits it
   * @param time from first byte in to last byte out
   */
  record Limits(DataSize body, Duration time) {}

  ServiceGuard(String service, CircuitBreaker breaker, Bulkhead bulkhead, Limits limits) {
    this.service = service;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
    this.limits = limits;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (exchange.getRequest().getHeaders().getContentLength() > limits.body().toBytes()) {
      return Mono.error(
          ProblemTypes.CONTENT_TOO_LARGE.with(
              "The body may have " + limits.body().toBytes() + " bytes here."));
    }
    if (!bulkhead.tryAcquirePermission()) {
      return Mono.error(unavailable("has too many requests under way"));
    }
    if (!breaker.tryAcquirePermission()) {
      bulkhead.releasePermission();
      return Mono.error(unavailable("failed too often and is given a pause"));
    }
    long start = System.nanoTime();
    return chain
        .filter(exchange)
        .timeout(limits.time())
        .doOnSuccess(_ -> answered(exchange.getResponse().getStatusCode(), start))
        .doOnError(failure -> breaker.onError(since(start), TimeUnit.NANOSECONDS, failure))
        .doOnCancel(breaker::releasePermission)
        .doFinally(_ -> bulkhead.onComplete())
        .onErrorMap(this::explained);
  }

  private void answered(@Nullable HttpStatusCode status, long start) {
    // overload included: a pause helps a service that says 503
    if (status != null && status.is5xxServerError()) {
      breaker.onError(
          since(start), TimeUnit.NANOSECONDS, new IOException("answered " + status.value()));
    } else {
      breaker.onSuccess(since(start), TimeUnit.NANOSECONDS);
    }
  }

  private Throwable explained(Throwable failure) {
    return switch (failure) {
      case ProblemException known -> known;
      case TimeoutException _ -> unavailable("did not answer in time");
      case ResponseStatusException status
          when status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT) ->
          unavailable("did not answer in time");
      case IOException _ -> unavailable("cannot be reached");
      default -> failure;
    };
  }

  private ProblemException unavailable(String why) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return new ProblemException(
        SERVICE_UNAVAILABLE,
        "The service " + service + " " + why + ". Try again in a moment.",
        List.of(),
        headers);
  }

  private static long since(long start) {
    return System.nanoTime() - start;
  }
}
