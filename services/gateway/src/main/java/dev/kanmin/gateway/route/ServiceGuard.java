package dev.kanmin.gateway.route;

import dev.kanmin.gateway.limit.LimitProperties;
import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemType;
import dev.kanmin.web.ProblemTypes;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Keeps one service's troubles from becoming everybody's: limits how many requests are under way to
 * it and how long one may take, and stops asking while it keeps failing. Only what is the service's
 * own failure counts: that it cannot be reached, takes too long, or answers 5xx. What it cannot
 * answer is a problem that says when to come back.
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
  private final LimitProperties clients;

  /**
   * What one request may cost.
   *
   * @param body of the request, as its length is declared; without one the service limits it
   * @param time from first byte in to last byte out
   */
  record Limits(DataSize body, Duration time) {}

  ServiceGuard(
      String service,
      CircuitBreaker breaker,
      Bulkhead bulkhead,
      Limits limits,
      LimitProperties clients) {
    this.service = service;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
    this.limits = limits;
    this.clients = clients;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    HttpHeaders request = exchange.getRequest().getHeaders();
    if (request.getContentLength() > limits.body().toBytes()) {
      return Mono.error(
          ProblemTypes.CONTENT_TOO_LARGE.with(
              "The body may have " + limits.body().toBytes() + " bytes here."));
    }
    if (request.getOrEmpty(HttpHeaders.UPGRADE).stream().anyMatch(ServiceGuard::isWebSocket)) {
      return Mono.error(
          ProblemTypes.REQUEST_REFUSED.with("No WebSocket is spoken here: leave out Upgrade."));
    }
    if (!bulkhead.tryAcquirePermission()) {
      return Mono.error(unavailable("has too many requests under way"));
    }
    if (!breaker.tryAcquirePermission()) {
      bulkhead.releasePermission();
      return Mono.error(unavailable("failed too often and is given a pause"));
    }
    Upload upload = new Upload(exchange.getRequest(), clients);
    long start = System.nanoTime();
    return chain
        .filter(exchange.mutate().request(upload).build())
        .timeout(limits.time())
        .doOnSuccess(_ -> answered(exchange.getResponse(), start))
        .doOnError(failure -> failed(exchange, upload, failure, start))
        .doOnCancel(breaker::releasePermission)
        .doFinally(_ -> bulkhead.onComplete())
        .onErrorMap(failure -> explained(failure, upload));
  }

  private static boolean isWebSocket(String upgrade) {
    return upgrade.toLowerCase(Locale.ROOT).contains("websocket");
  }

  private void answered(ServerHttpResponse response, long start) {
    @Nullable HttpStatusCode status = response.getStatusCode();
    if (status != null && status.is5xxServerError() && !isWell(status, response.getHeaders())) {
      breaker.onError(
          since(start), TimeUnit.NANOSECONDS, new IOException("answered " + status.value()));
    } else {
      breaker.onSuccess(since(start), TimeUnit.NANOSECONDS);
    }
  }

  /** Whether a service that answers so can do what it is asked, only not this, or not now. */
  private static boolean isWell(HttpStatusCode status, HttpHeaders answer) {
    return status.isSameCodeAs(HttpStatus.NOT_IMPLEMENTED)
        || answer.containsHeader(KanminHeaders.BUSY);
  }

  private void failed(ServerWebExchange exchange, Upload upload, Throwable failure, long start) {
    if (isClientsFault(exchange, upload, failure)) {
      breaker.releasePermission();
    } else {
      breaker.onError(since(start), TimeUnit.NANOSECONDS, failure);
    }
  }

  /** What one client does or leaves undone must not close the way to a service for the others. */
  private static boolean isClientsFault(
      ServerWebExchange exchange, Upload upload, Throwable failure) {
    boolean refused =
        failure instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError();
    boolean slow =
        failure instanceof TimeoutException
            && (upload.isAwaited() || exchange.getResponse().isCommitted());
    return refused
        || slow
        || failure instanceof ProblemException
        || upload.isGivenUp()
        || isGone(exchange.getRequest());
  }

  private static boolean isGone(ServerHttpRequest client) {
    return ServerHttpRequestDecorator.getNativeRequest(client) instanceof Connection connection
        && connection.isDisposed();
  }

  private Throwable explained(Throwable failure, Upload upload) {
    if (failure instanceof TimeoutException && upload.isAwaited()) {
      return upload.problem();
    }
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
