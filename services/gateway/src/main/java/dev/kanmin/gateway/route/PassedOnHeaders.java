package dev.kanmin.gateway.route;

import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.RequestId;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What of a request and its answer is told in the same words on both sides of the gateway. */
final class PassedOnHeaders {
  private PassedOnHeaders() {}

  /** The id that was given or made here, so that the logs of all services tell of one request. */
  @Component
  static final class ToTheService implements HttpHeadersFilter {
    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
      HttpHeaders passedOn = new HttpHeaders();
      passedOn.putAll(headers);
      passedOn.set(KanminHeaders.REQUEST, RequestId.of(exchange));
      return passedOn;
    }
  }

  /** What a service says of its answer goes before what the gateway says of every answer. */
  @Component
  static final class FromTheService implements HttpHeadersFilter {
    @Override
    public boolean supports(Type type) {
      return type == Type.RESPONSE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
      HttpHeaders ours = exchange.getResponse().getHeaders();
      headers.headerNames().forEach(ours::remove);
      return headers;
    }
  }
}
