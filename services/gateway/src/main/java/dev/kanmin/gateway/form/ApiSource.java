package dev.kanmin.gateway.form;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where the description of the API comes from. */
@FunctionalInterface
public interface ApiSource {
  /** As it was last made; of services that did not answer, nothing is in it. */
  Mono<Api> api(ServerWebExchange exchange);
}
