package dev.kanmin.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * The one security filter of the API. A token that is sent must be valid, wherever it is sent;
 * without one only what is public is open. The actuator is for those on this machine or network
 * whatever they send. The caller is left on the exchange for {@link GuardedHandlerMapping}, which
 * asks for the scope; what is refused becomes an answer in {@link ProblemHandler}.
 */
final class ApiSecurity implements WebFilter {
  private static final PathPattern ACTUATOR =
      PathPatternParser.defaultInstance.parse("/actuator/**");
  private static final List<String> MARKS_OF_A_PROXY =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

  private final TokenVerifier tokens;
  private final Predicate<ServerWebExchange> isPublic;

  ApiSecurity(TokenVerifier tokens, Predicate<ServerWebExchange> isPublic) {
    this.tokens = tokens;
    this.isPublic = isPublic;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    SecurityHeaders.set(exchange);
    String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (authorization == null
        || !StringUtils.startsWithIgnoreCase(authorization, BearerChallenge.SCHEME)) {
      return filterUnknown(exchange, chain);
    }
    return tokens
        .callerOf(authorization)
        .flatMap(
            caller -> {
              exchange.getAttributes().put(RequestAttributes.CALLER, caller);
              return filterKnown(exchange, chain);
            });
  }

  private Mono<Void> filterKnown(ServerWebExchange exchange, WebFilterChain chain) {
    return isActuator(exchange) && !isNear(exchange.getRequest())
        ? Mono.error(ProblemTypes.FORBIDDEN.with("This is not open to callers from outside."))
        : chain.filter(exchange);
  }

  private Mono<Void> filterUnknown(ServerWebExchange exchange, WebFilterChain chain) {
    boolean open = isActuator(exchange) ? isNear(exchange.getRequest()) : isPublic.test(exchange);
    return open ? chain.filter(exchange) : Mono.error(BearerChallenge.tokenMissing());
  }

  private static boolean isActuator(ServerWebExchange exchange) {
    return ACTUATOR.matches(exchange.getRequest().getPath().pathWithinApplication());
  }

  /** On this machine or network, and not through a proxy. */
  private static boolean isNear(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress address = remote == null ? null : remote.getAddress();
    return address != null
        && (address.isLoopbackAddress() || address.isSiteLocalAddress())
        && MARKS_OF_A_PROXY.stream().noneMatch(request.getHeaders()::containsHeader);
  }
}
