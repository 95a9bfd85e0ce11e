package dev.kanmin.gateway.route;

import dev.kanmin.gateway.GatewayProperties;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/**
 * Which addresses lead to which service. The caller's token goes along; the service checks it
 * again. Cookies stay here: they belong to the pages.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
  static final String TRADE_MISSIONS = "trade-missions";
  static final String ODA_LINKAGE = "oda-linkage";

  private static final DataSize LARGEST_COMMAND = DataSize.ofMegabytes(1);
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

  /** Files of publishers reach gigabytes; what is in them is limited by the service. */
  private static final DataSize LARGEST_IMPORT = DataSize.ofGigabytes(20);

  private static final Duration TRANSFER_LIMIT = Duration.ofMinutes(60);

  /** Before the filter that writes the answer (-1), so that all of the exchange is guarded. */
  private static final int OUTERMOST = -2;

  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;

  ServiceRoutes(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
    this.breakers = breakers;
    this.bulkheads = bulkheads;
  }

  @Bean
  RouteLocator routes(RouteLocatorBuilder builder, GatewayProperties properties) {
    URI missions = address(properties, TRADE_MISSIONS);
    URI activities = address(properties, ODA_LINKAGE);
    return builder
        .routes()
        .route(
            "missions",
            route ->
                route
                    .path("/v1/missions", "/v1/missions/**", "/v1/companies", "/v1/companies/**")
                    .filters(filters -> command(filters, TRADE_MISSIONS))
                    .uri(missions))
        .route(
            "activity-import",
            route ->
                route
                    .path("/v1/activities/import")
                    .and()
                    .method(HttpMethod.POST)
                    .filters(filters -> transfer(filters, ODA_LINKAGE))
                    .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1)
                    .uri(activities))
        .route(
            "activity-export",
            route ->
                route
                    .path("/v1/activities/export")
                    .and()
                    .method(HttpMethod.GET)
                    .filters(filters -> transfer(filters, ODA_LINKAGE))
                    .uri(activities))
        .route(
            "activities",
            route ->
                route
                    .path("/v1/activities", "/v1/activities/**")
                    .filters(filters -> command(filters, ODA_LINKAGE))
                    .uri(activities))
        .route(
            "missions-parked",
            route ->
                route
                    .path(parked(TRADE_MISSIONS), parked(TRADE_MISSIONS) + "/**")
                    .filters(filters -> ofService(command(filters, TRADE_MISSIONS)))
                    .uri(missions))
        .route(
            "activities-parked",
            route ->
                route
                    .path(parked(ODA_LINKAGE), parked(ODA_LINKAGE) + "/**")
                    .filters(filters -> ofService(command(filters, ODA_LINKAGE)))
                    .uri(activities))
        .build();
  }

  private static String parked(String service) {
    return "/v1/services/" + service + "/parked-subjects";
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
            service, breakers.circuitBreaker(service), bulkheads.bulkhead(service), limits);
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
