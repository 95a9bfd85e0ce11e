package dev.kanmin.gateway.route;

import dev.kanmin.codes.services.Everywhere;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.Transfer;
import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.limit.LimitProperties;
import dev.kanmin.web.OpenAddresses;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which addresses lead to which service, as the list of services has it. The caller's token goes
 * along; the service checks it again. Cookies stay here: they belong to the pages.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
  private static final DataSize LARGEST_COMMAND = DataSize.ofMegabytes(1);
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

  /** Files of publishers reach gigabytes; what is in them is limited by the service. */
  private static final DataSize LARGEST_IMPORT = DataSize.ofGigabytes(20);

  private static final Duration TRANSFER_LIMIT = Duration.ofMinutes(60);

  /** Before the filter that writes the answer (-1), so that all of the exchange is guarded. */
  private static final int OUTERMOST = -2;

  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;
  private final LimitProperties clients;

  ServiceRoutes(
      CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, LimitProperties clients) {
    this.breakers = breakers;
    this.bulkheads = bulkheads;
    this.clients = clients;
  }

  @Bean
  RouteLocator routes(RouteLocatorBuilder builder, GatewayProperties properties) {
    var routes = builder.routes();
    for (var service : ServiceList.kanmin().services()) {
      URI address = address(properties, service.name());
      // before the rest of the paths, within which they are
      for (var transfer : service.transfers()) {
        routes.route(
            transfer.method() + " " + transfer.path(),
            route -> transferRoute(route, service.name(), transfer).uri(address));
      }
      routes.route(
          service.name(),
          route ->
              route
                  .path(service.paths().stream().map(path -> path + "/**").toArray(String[]::new))
                  .filters(filters -> command(filters, service.name()))
                  .uri(address));
      routes.route(
          service.name() + " schemas",
          route ->
              route
                  .path("/schemas/" + service.name() + "/**")
                  .and()
                  .method(HttpMethod.GET)
                  .filters(filters -> command(filters, service.name()))
                  .uri(address));
      routes.route(
          service.name() + " everywhere",
          route ->
              route
                  .path(
                      Everywhere.PATHS.stream()
                          .map(path -> Everywhere.outside(service.name(), path) + "/**")
                          .toArray(String[]::new))
                  .filters(filters -> ofService(command(filters, service.name())))
                  .uri(address));
    }
    return routes.build();
  }

  /** What people reach by a link, without a token: the service behind it decides. */
  @Bean
  OpenAddresses openAddresses() {
    List<PathPattern> open =
        ServiceList.kanmin().gateway().open().stream()
            .map(path -> PathPatternParser.defaultInstance.parse(path + "/**"))
            .toList();
    return exchange ->
        open.stream()
            .anyMatch(it -> it.matches(exchange.getRequest().getPath().pathWithinApplication()));
  }

  private UriSpec transferRoute(PredicateSpec route, String service, Transfer transfer) {
    var filtered =
        route
            .path(transfer.path())
            .and()
            .method(HttpMethod.valueOf(transfer.method()))
            .filters(filters -> transfer(filters, service));
    // an upload is answered when all of it is read; a download begins as soon as any answer
    return transfer.isUpload()
        ? filtered.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1)
        : filtered;
  }

  private GatewayFilterSpec command(GatewayFilterSpec filters, String service) {
    return guarded(filters, service, new ServiceGuard.Limits(LARGEST_COMMAND, COMMAND_LIMIT));
  }

  private GatewayFilterSpec transfer(GatewayFilterSpec filters, String service) {
    return guarded(filters, service, new ServiceGuard.Limits(LARGEST_IMPORT, TRANSFER_LIMIT));
  }

  private GatewayFilterSpec guarded(
      GatewayFilterSpec filters, String service, ServiceGuard.Limits limits) {
    ServiceGuard guard =
        new ServiceGuard(
            service,
            breakers.circuitBreaker(service),
            bulkheads.bulkhead(service),
            limits,
            clients);
    return filters
        .filter(new OrderedGatewayFilter(guard, OUTERMOST))
        .removeRequestHeader(HttpHeaders.COOKIE)
        .removeResponseHeader(HttpHeaders.SET_COOKIE);
  }

  /** {@code /v1/services/<service>/x} is {@code /v1/x} of that service. */
  private static UriSpec ofService(GatewayFilterSpec filters) {
    return filters.rewritePath("/v1/services/[^/]+/(?<rest>.*)", "/v1/${rest}");
  }

  private static URI address(GatewayProperties properties, String service) {
    return Optional.ofNullable(properties.services().get(service))
        .orElseThrow(
            () -> new IllegalStateException("kanmin.gateway.services." + service + " is missing"));
  }
}
