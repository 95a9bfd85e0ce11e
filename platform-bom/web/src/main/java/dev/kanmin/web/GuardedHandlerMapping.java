package dev.kanmin.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
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
    return super.getHandlerInternal(exchange).map(handler -> guard(handler, exchange));
  }

  /** Looks at the address first: it rules most mappings out, and nothing is cheaper to see. */
  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo mapping, ServerWebExchange exchange) {
    return mapping.getPatternsCondition().getMatchingCondition(exchange) == null
        ? null
        : super.getMatchingMapping(mapping, exchange);
  }

  /** Whether a request without token may pass. */
  boolean isPublic(ServerWebExchange exchange) {
    return publicMappings.stream()
        .anyMatch(mapping -> mapping.getMatchingCondition(exchange) != null);
  }

  /** Whether a controller's method answers by itself; those of the actuator are not known here. */
  boolean answersItself(HandlerMethod handler) {
    HandlerRules known = rules.get(handler.getMethod());
    return known != null && known.answersItself();
  }

  HandlerRules rules(HandlerMethod handler) {
    HandlerRules known = rules.get(handler.getMethod());
    if (known == null) {
      throw new UnprotectedHandlerException(handler);
    }
    return known;
  }

  private HandlerMethod guard(HandlerMethod handler, ServerWebExchange exchange) {
    if (namesMethods(handler)) {
      return handler;
    }
    HandlerRules handlerRules = rules(handler);
    handlerRules.scope().ifPresent(scope -> requireScope(CallerResolver.of(exchange), scope));
    checkRequest(handlerRules, exchange);
    return handler;
  }

  /** Spring's own answer to OPTIONS: which methods an address takes, and nothing else. */
  private static boolean namesMethods(HandlerMethod handler) {
    return handler.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
  }

  private static void checkRequest(HandlerRules handlerRules, ServerWebExchange exchange) {
    if (exchange.getRequest().getURI().getRawQuery() != null) {
      handlerRules.check(exchange.getRequest().getQueryParams());
    }
    if (handlerRules.requiresIfMatch()
        && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.IF_MATCH)) {
      throw dev.kanmin.events.aggregates.AggregateRules.VERSION_REQUIRED.refuse(
          "Send If-Match with the ETag of the version that the edit is based on.");
    }
  }

  private static void requireScope(Caller caller, String scope) {
    if (!caller.has(scope)) {
      throw BearerChallenge.scopeMissing(scope);
    }
  }
}
