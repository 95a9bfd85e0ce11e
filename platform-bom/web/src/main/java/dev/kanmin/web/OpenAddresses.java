package dev.kanmin.web;

import org.springframework.web.server.ServerWebExchange;

/**
 * What a program passes on without a token, beside its own {@link PublicEndpoint}s: for the
 * gateway, behind which the service decides. Without such a bean nothing is.
 */
@FunctionalInterface
public interface OpenAddresses {
  boolean cover(ServerWebExchange exchange);
}
