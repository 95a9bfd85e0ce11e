package dev.kanmin.gateway.openapi;

import dev.kanmin.events.Json;
import dev.kanmin.gateway.GatewayProperties;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * The merged OpenAPI document. The services' documents are fetched when it is asked for and kept
 * for a minute; a service that does not answer is named as missing, and asked again soon.
 */
@Component
final class ApiDocument {
  private static final Logger log = LoggerFactory.getLogger(ApiDocument.class);
  private static final String GATEWAY = "gateway";
  private static final String PATH = "/v3/api-docs";

  /** A service that has just started makes its document on the first request. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration KEPT_INCOMPLETE = Duration.ofSeconds(5);
  private static final int LARGEST_DOCUMENT = 8 * 1024 * 1024;

  private final Map<String, URI> services;
  private final RouteLocator routes;
  private final OpenApiWebfluxResource own;
  private final WebClient client;
  private volatile Optional<Kept> kept = Optional.empty();

  /**
   * The document as it was last made.
   *
   * @param missing services whose part is not in it
   */
  record Merged(ObjectNode document, List<String> missing) {}

  private record Kept(Merged merged, long untilNanos) {}

  private record Fetched(String service, Optional<ApiPart> part) {}

  ApiDocument(GatewayProperties properties, RouteLocator routes, OpenApiWebfluxResource own) {
    this.services = new TreeMap<>(properties.services());
    this.routes = routes;
    this.own = own;
    this.client =
        WebClient.builder()
            .exchangeStrategies(
                ExchangeStrategies.builder()
                    .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_DOCUMENT))
                    .build())
            .build();
  }

  /** The document of now. */
  Mono<Merged> merged(ServerWebExchange exchange) {
    var known = kept;
    if (known.isPresent() && known.get().untilNanos() - System.nanoTime() > 0) {
      return Mono.just(known.get().merged());
    }
    return make(exchange)
        .doOnNext(
            made -> {
              var lasts = made.missing().isEmpty() ? KEPT : KEPT_INCOMPLETE;
              kept = Optional.of(new Kept(made, System.nanoTime() + lasts.toNanos()));
            });
  }

  private Mono<Merged> make(ServerWebExchange exchange) {
    var fetched =
        Flux.fromIterable(services.entrySet())
            .flatMapSequential(service -> fetch(service.getKey(), service.getValue()))
            .collectList();
    return Mono.zip(own(exchange), fetched, routes.getRoutes().collectList())
        .flatMap(
            all -> {
              var routed = new RoutedPaths(all.getT3(), exchange);
              return Flux.fromIterable(all.getT2())
                  .concatMap(
                      service ->
                          Mono.justOrEmpty(service.part())
                              .flatMap(part -> routed.of(part, address(service.service()))))
                  .collectList()
                  .map(parts -> merged(all.getT1(), parts, all.getT2()));
            });
  }

  private static Merged merged(ApiPart own, List<ApiPart> routed, List<Fetched> fetched) {
    var parts = new ArrayList<ApiPart>();
    parts.add(own);
    parts.addAll(routed);
    var missing =
        fetched.stream().filter(service -> service.part().isEmpty()).map(Fetched::service).toList();
    return new Merged(ApiMerger.merge(parts, description(missing)), missing);
  }

  private static String description(List<String> missing) {
    var text =
        "Everything that can be reached through the gateway. Errors are RFC 9457 problems; their"
            + " codes are listed at [/docs/problems](/docs/problems).";
    return missing.isEmpty()
        ? text
        : text
            + "\n\n**Incomplete:** the description of "
            + String.join(", ", missing)
            + " could not be fetched just now.";
  }

  /** Handed over in process: the gateway's own address is not known here, and need not be. */
  private Mono<ApiPart> own(ServerWebExchange exchange) {
    return Mono.defer(
            () -> {
              try {
                return own.openapiJson(exchange.getRequest(), PATH, Locale.ENGLISH);
              } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
                return Mono.<byte[]>error(fault);
              }
            })
        .map(ApiDocument::read)
        .map(document -> new ApiPart(GATEWAY, forCallers(document)));
  }

  private Mono<Fetched> fetch(String service, URI address) {
    return client
        .get()
        .uri(address.resolve(PATH))
        .accept(MediaType.APPLICATION_JSON)
        .retrieve()
        .bodyToMono(byte[].class)
        .timeout(PATIENCE)
        .map(ApiDocument::read)
        .map(document -> new Fetched(service, Optional.of(new ApiPart(service, document))))
        .onErrorResume(
            fault -> {
              log.warn(
                  "the OpenAPI document of {} is not to be had: {}", service, fault.toString());
              return Mono.just(new Fetched(service, Optional.empty()));
            });
  }

  private URI address(String service) {
    return Optional.ofNullable(services.get(service)).orElseThrow();
  }

  private static ObjectNode read(byte[] json) {
    return (ObjectNode) Json.events().readTree(json);
  }

  /** What is served to neighbours only is nothing to promise to callers. */
  private static ObjectNode forCallers(ObjectNode document) {
    var paths = document.objectNode();
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              if (path.getKey().startsWith("/v1/") || path.getKey().startsWith("/status")) {
                paths.set(path.getKey(), path.getValue());
              }
            });
    document.set("paths", paths);
    return document;
  }
}
