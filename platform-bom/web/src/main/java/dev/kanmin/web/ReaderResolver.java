package dev.kanmin.web;

import dev.kanmin.codes.Language;
import java.time.Clock;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives handler methods their {@link Reader}. */
final class ReaderResolver implements SyncHandlerMethodArgumentResolver {
  private final Clock clock;

  ReaderResolver(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Reader.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return new Reader(
        CallerResolver.of(exchange),
        AcceptedLanguage.of(exchange.getRequest().getHeaders()).orElse(Language.ENGLISH),
        clock.instant());
  }
}
