package dev.kanmin.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the handler method as Spring does, and hands it out only if the caller's token has its
 * scope and the query parameters are those it knows. Checking here, behind the routing, leaves no
 * second list of paths that could disagree with the controllers.
 */
final class GuardedHandlerMapping extends RequestMappingHandlerMapping {
  private final Map<Method, HandlerRules> rules = new ConcurrentHashMap<>();
  private final List<RequestMappingInfo> publicMappings = new CopyOnWriteArrayList<>();

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
    HandlerRules methodRules = HandlerRules.of(createHandlerMethod(handler, method));
    super.registerHandlerMethod(handler, method, mapping);
    rules.put(method, methodRules);
    if (methodRules.isPublic()) {
      publicMappings.add(mapping);
    }
  }

  @Override
  public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
    return super.getHandlerInternal(exchange).flatMap(handler -> guard(handler, exchange));
  }

  /** Whether a request without token may pass. */
  boolean isPublic(ServerWebExchange exchange) {
    return publicMappings.stream()
        .anyMatch(mapping -> mapping.getMatchingCondition(exchange) != null);
  }

  HandlerRules rules(HandlerMethod handler) {
    HandlerRules known = rules.get(handler.getMethod());
    if (known == null) {
      throw new UnprotectedHandlerException(handler);
    }
    return known;
  }

  private Mono<HandlerMethod> guard(HandlerMethod handler, ServerWebExchange exchange) {
    HandlerRules handlerRules = rules(handler);
    return exchange
        .getPrincipal()
        .ofType(CallerAuthentication.class)
        .map(
            authentication -> {
              Caller caller = authentication.caller();
              exchange.getAttributes().put(RequestAttributes.CALLER, caller);
              handlerRules.scope().ifPresent(scope -> requireScope(caller, scope));
              return handler;
            })
        .switchIfEmpty(
            Mono.defer(
                () ->
                    handlerRules.isPublic()
                        ? Mono.just(handler)
                        : Mono.error(BearerChallenge.tokenMissing())))
        .doOnNext(found -> checkRequest(handlerRules, exchange));
  }

  private static void checkRequest(HandlerRules handlerRules, ServerWebExchange exchange) {
    if (exchange.getRequest().getURI().getRawQuery() != null) {
      handlerRules.check(exchange.getRequest().getQueryParams());
    }
    if (handlerRules.requiresIfMatch()
        && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.IF_MATCH)) {
      throw dev.kanmin.events.AggregateRules.VERSION_REQUIRED.refuse(
          "Send If-Match with the ETag of the version that the edit is based on.");
    }
  }

  private static void requireScope(Caller caller, String scope) {
    if (!caller.has(scope)) {
      throw BearerChallenge.scopeMissing(scope);
    }
  }
}
