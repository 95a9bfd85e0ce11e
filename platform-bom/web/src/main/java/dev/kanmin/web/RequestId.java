package dev.kanmin.web;

import io.micrometer.context.ContextRegistry;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.util.context.Context;

/**
 * Gives every request an id: the caller's, if it sent a well-formed one, else a new one. It is in
 * the answer's header whatever the answer is, in problems, in what is logged for the request and in
 * what is asked of other services for it. Outermost of all, so that nothing is answered without.
 *
 * <p>A handler that logs does so in Reactor's {@code handle} or {@code tap}, where the log lines
 * have the id on whichever thread they are written.
 */
public final class RequestId implements WebHttpHandlerBuilderCustomizer {
  /** In log lines and in the context of the request. */
  static final String KEY = "request";

  /** Says nothing in a log line or a shell that it should not. */
  static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  RequestId() {
    ContextRegistry.getInstance()
        .registerThreadLocalAccessor(
            KEY, () -> MDC.get(KEY), id -> MDC.put(KEY, id), () -> MDC.remove(KEY));
  }

  /** The id of this request. */
  public static String of(ServerWebExchange exchange) {
    return String.valueOf(exchange.getResponse().getHeaders().getFirst(KanminHeaders.REQUEST));
  }

  /** Until it is closed, what this thread logs is about this request. */
  static MDC.MDCCloseable logging(ServerWebExchange exchange) {
    return MDC.putCloseable(KEY, of(exchange));
  }

  @Override
  public void customize(WebHttpHandlerBuilder builder) {
    // no bean of Spring's decorator type: that is a Function, which Spring Cloud Stream would bind
    builder.httpHandlerDecorator(RequestId::identified);
  }

  private static HttpHandler identified(HttpHandler handler) {
    return (request, response) -> {
      String id = of(request.getHeaders());
      response.getHeaders().set(KanminHeaders.REQUEST, id);
      return handler.handle(request, response).contextWrite(Context.of(KEY, id));
    };
  }

  private static String of(HttpHeaders headers) {
    String given = headers.getFirst(KanminHeaders.REQUEST);
    return given != null && WELL_FORMED.matcher(given).matches() ? given : made();
  }

  private static String made() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return HexFormat.of().toHexDigits(random.nextLong());
  }
}
