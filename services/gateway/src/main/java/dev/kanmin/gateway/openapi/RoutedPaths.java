package dev.kanmin.gateway.openapi;

import dev.kanmin.codes.services.Everywhere;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps of a service's document what callers can reach. The gateway's own routes are asked, so the
 * document cannot promise what they do not hold.
 */
final class RoutedPaths {
  private static final String OPERATION_ID = "operationId";

  private final List<Route> routes;
  private final ServerWebExchange exchange;

  /**
   * Asks these routes.
   *
   * @param exchange any; only its path and method are replaced for asking
   */
  RoutedPaths(List<Route> routes, ServerWebExchange exchange) {
    this.routes = routes;
    this.exchange = exchange;
  }

  /** The part with the paths that lead to that service, as callers write them. */
  Mono<ApiPart> of(ApiPart part, URI service) {
    var paths = part.document().objectNode();
    return Flux.fromIterable(part.document().path("paths").properties())
        .concatMap(
            path -> {
              var outside = Everywhere.outside(part.service(), path.getKey());
              return routed(outside, path.getValue().propertyNames(), service)
                  .filter(Boolean::booleanValue)
                  .doOnNext(
                      yes ->
                          paths.set(
                              outside,
                              outside.equals(path.getKey())
                                  ? path.getValue()
                                  : renamed(part.service(), path.getValue())));
            })
        .then(Mono.fromSupplier(() -> with(part, paths)));
  }

  private Mono<Boolean> routed(String path, Iterable<String> methods, URI service) {
    return Flux.fromIterable(methods)
        .map(method -> HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
        .concatMap(method -> leadsTo(method, path.replaceAll("\\{[^}]*}", "x"), service))
        .any(Boolean::booleanValue);
  }

  private Mono<Boolean> leadsTo(HttpMethod method, String path, URI service) {
    var asked = exchange.mutate().request(request -> request.method(method).path(path)).build();
    // the routes keep the path that they parsed last there, and would answer for that one
    asked.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_PREDICATE_PATH_CONTAINER_ATTR);
    return Flux.fromIterable(routes)
        .filterWhen(route -> Mono.from(route.getPredicate().apply(asked)))
        .next()
        .map(route -> route.getUri().getAuthority().equals(service.getAuthority()))
        .defaultIfEmpty(false);
  }

  /** What every service has is named by whose it is: {@code tradeMissionsParkedSubjectsList}. */
  private static JsonNode renamed(String service, JsonNode item) {
    var copy = item.deepCopy();
    for (var operation : copy) {
      if (operation instanceof ObjectNode named && named.has(OPERATION_ID)) {
        var words = (service + "-" + named.path(OPERATION_ID).asString()).split("-");
        named.put(
            OPERATION_ID,
            StringUtils.uncapitalize(
                Arrays.stream(words).map(StringUtils::capitalize).collect(Collectors.joining())));
      }
    }
    return copy;
  }

  private static ApiPart with(ApiPart part, ObjectNode paths) {
    var document = part.document().deepCopy();
    document.set("paths", paths);
    return new ApiPart(part.service(), document);
  }
}
