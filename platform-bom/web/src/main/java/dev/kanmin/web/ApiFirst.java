package dev.kanmin.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes requests of the API to the controllers before actuator, pages and routes are asked one
 * after the other whether they know the address. What no controller knows goes the usual way.
 */
final class ApiFirst implements HandlerMapping, Ordered {
  /** Where the API of every service is; pages and documents are elsewhere. */
  private static final String API = "/v1/";

  private final ObjectProvider<GuardedHandlerMapping> controllers;

  ApiFirst(ObjectProvider<GuardedHandlerMapping> controllers) {
    this.controllers = controllers;
  }

  static boolean concerns(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().value().startsWith(API);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Object> getHandler(ServerWebExchange exchange) {
    return concerns(exchange) ? controllers.getObject().getHandler(exchange) : Mono.empty();
  }
}
