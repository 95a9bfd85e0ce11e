package dev.kanmin.gateway.openapi;

import dev.kanmin.events.Json;
import dev.kanmin.gateway.page.DocumentPages;
import io.swagger.v3.core.util.Yaml31;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Where the merged document and the pages about it are; all of them are public. */
@Configuration(proxyBeanMethods = false)
class DocumentRoutes {
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  private final ApiDocument api;

  DocumentRoutes(ApiDocument api) {
    this.api = api;
  }

  @Bean
  RouterFunction<ServerResponse> documents(DocumentPages pages) {
    return RouterFunctions.route()
        .GET("/v3/api-docs", this::json)
        .GET("/openapi.json", this::json)
        .GET("/v3/api-docs.yaml", this::yaml)
        .GET("/openapi.yaml", this::yaml)
        .GET("/docs", request -> page(request, pages))
        .GET("/docs/problems", pages::problems)
        .build()
        .and(pages.swaggerUi());
  }

  private Mono<ServerResponse> json(ServerRequest request) {
    return api.merged(request.exchange())
        .flatMap(
            merged ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Json.events().writeValueAsBytes(merged.document())));
  }

  private Mono<ServerResponse> yaml(ServerRequest request) {
    return api.merged(request.exchange())
        .flatMap(
            merged -> ServerResponse.ok().contentType(YAML).bodyValue(asYaml(merged.document())));
  }

  private Mono<ServerResponse> page(ServerRequest request, DocumentPages pages) {
    return api.merged(request.exchange()).flatMap(merged -> pages.api(request, merged.missing()));
  }

  private static String asYaml(ObjectNode document) {
    return Yaml31.pretty(Json.events().convertValue(document, Map.class));
  }
}
