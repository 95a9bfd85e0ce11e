package dev.kanmin.gateway.openapi;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.page.DocumentPages;
import io.swagger.v3.core.util.Yaml31;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/**
 * The merged OpenAPI document as ready bytes, made away from the threads that serve the API. A
 * service that does not answer is named as missing, and asked again soon.
 */
@Component
final class ApiDocument implements ApiSource {
  private static final String GATEWAY = "gateway";
  private static final String PATH = "/v3/api-docs";

  private static final int TAG_BYTES = 12;
  private static final String TEXT =
      "Everything that can be reached through the gateway. Errors are RFC 9457 problems; their codes"
          + " are listed at [/docs/problems](/docs/problems). Events are described in"
          + " [/asyncapi.yaml](/asyncapi.yaml).";

  private final ServiceDocuments services;
  private final RouteLocator routes;
  private final OpenApiWebfluxResource own;
  private final KeptDocument<Ready> kept = new KeptDocument<>(ready -> ready.missing().isEmpty());

  /**
   * The document as it was last made.
   *
   * @param entityTag of what it says, in both forms
   * @param problems that all services can answer with
   * @param missing services whose part is not in it
   * @param api what it says, for pages
   */
  record Ready(
      ReadyBytes json,
      ReadyBytes yaml,
      String entityTag,
      List<DocumentPages.Listed> problems,
      List<String> missing,
      Api api) {}

  ApiDocument(ServiceDocuments services, RouteLocator routes, OpenApiWebfluxResource own) {
    this.services = services;
    this.routes = routes;
    this.own = own;
  }

  @Override
  public Mono<Api> api(ServerWebExchange exchange) {
    return current(exchange).map(Ready::api);
  }

  /** The document of now, or of a moment ago. */
  Mono<Ready> current(ServerWebExchange exchange) {
    return kept.current(() -> make(exchange));
  }

  /** Whether what was made last has the part of every service. */
  boolean isComplete() {
    return kept.last().filter(ready -> ready.missing().isEmpty()).isPresent();
  }

  private Mono<Ready> make(ServerWebExchange exchange) {
    var fetched = services.fetch(PATH, ApiDocument::read);
    return Mono.zip(own(exchange), fetched, routes.getRoutes().collectList())
        .publishOn(Schedulers.boundedElastic())
        .flatMap(
            all -> {
              var routed = new RoutedPaths(all.getT3(), exchange);
              return Flux.fromIterable(all.getT2())
                  .concatMap(
                      service ->
                          Mono.justOrEmpty(service.part())
                              .flatMap(
                                  part -> routed.of(part, services.address(service.service()))))
                  .collectList()
                  .map(parts -> merged(all.getT1(), parts, all.getT2()));
            });
  }

  private static Ready merged(
      ApiPart own, List<ApiPart> routed, List<ServiceDocuments.Fetched> fetched) {
    var parts = new ArrayList<ApiPart>();
    parts.add(own);
    parts.addAll(routed);
    var missing = ServiceDocuments.missing(fetched);
    var document = ApiMerger.merge(parts, description(TEXT, missing));
    var json = Json.events().writeValueAsBytes(document);
    var yaml = Yaml31.pretty(Json.events().convertValue(document, Map.class));
    return new Ready(
        ReadyBytes.of(json),
        ReadyBytes.of(yaml.getBytes(StandardCharsets.UTF_8)),
        entityTag(json),
        problems(document),
        missing,
        Api.of(document, missing.isEmpty()));
  }

  private static List<DocumentPages.Listed> problems(ObjectNode document) {
    return document
        .path(ApiMerger.PROBLEMS)
        .valueStream()
        .map(
            problem ->
                new DocumentPages.Listed(
                    problem.path("code").asString(),
                    problem.path("status").asInt(),
                    problem.path("title").asString()))
        .toList();
  }

  /** A weak tag of these bytes. */
  static String entityTag(byte[] json) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(json);
      return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** That text, and whose part is missing. */
  static String description(String text, List<String> missing) {
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
        .subscribeOn(Schedulers.boundedElastic())
        .map(ApiDocument::read)
        .map(document -> new ApiPart(GATEWAY, forCallers(document)));
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
