package dev.kanmin.web;

import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives handler methods the {@link PageRequest} of the query parameters. */
final class PageRequestResolver implements SyncHandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
    String limit = query.getFirst("limit");
    return new PageRequest(
        Optional.ofNullable(query.getFirst("cursor")),
        limit == null ? PageRequest.DEFAULT_LIMIT : number(limit));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new BadInput(
          InputFault.parameter(
              "limit",
              FaultCodes.INVALID_VALUE,
              "limit is %s: expected a whole number from 1 to %d."
                  .formatted(Quoted.of(text), PageRequest.LARGEST_LIMIT)));
    }
  }
}
