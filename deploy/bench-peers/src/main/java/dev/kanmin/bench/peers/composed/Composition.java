package dev.kanmin.bench.peers.composed;

import dev.kanmin.bench.peers.Alone;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A Spring Cloud Gateway in front of the two services, and beside its routes a controller that
 * composes: it has no state, asks both services through the routes for what a cell holds, at once
 * and with the caller's token, and puts the answers together. The port comes in {@code
 * KANMIN_PORT}, the services' addresses as our gateway gets them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ComposedCells.class)
public class Composition {

  public static void main(String[] arguments) {
    Alone.run(Composition.class);
  }

  @Bean
  RouteLocator services(RouteLocatorBuilder routes) {
    return routes
        .routes()
        .route(
            "trade-missions",
            route -> route.path("/v1/missions/**").uri(System.getenv("KANMIN_TRADE_MISSIONS_URL")))
        .route(
            "oda-linkage",
            route -> route.path("/v1/activities/**").uri(System.getenv("KANMIN_ODA_LINKAGE_URL")))
        .build();
  }
}
