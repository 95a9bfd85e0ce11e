package dev.kanmin.web;

import java.lang.reflect.InvocationTargetException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Calls handler methods that take the exchange alone and write the answer to it. There is nothing
 * to bind, to convert or to negotiate for them, and preparing all that costs more than they do.
 */
final class AnswersItself implements HandlerAdapter, Ordered {
  private final ObjectProvider<GuardedHandlerMapping> mapping;

  AnswersItself(ObjectProvider<GuardedHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  /** Before Spring's own, which would take them too. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public boolean supports(Object handler) {
    return handler instanceof HandlerMethod method && mapping.getObject().answersItself(method);
  }

  @Override
  public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
    HandlerMethod method = (HandlerMethod) handler;
    try {
      return ((Mono<?>) method.getMethod().invoke(method.getBean(), exchange)).then(Mono.empty());
    } catch (InvocationTargetException thrown) {
      return Mono.error(thrown.getTargetException());
    } catch (IllegalAccessException e) {
      return Mono.error(e);
    }
  }
}
