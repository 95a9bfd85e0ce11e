package dev.kanmin.web;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives handler methods their {@link Caller}. */
final class CallerResolver implements SyncHandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return of(exchange);
  }

  static Caller of(ServerWebExchange exchange) {
    return Caller.of(exchange).orElseThrow(BearerChallenge::tokenMissing);
  }
}
