package dev.kanmin.gateway.openapi;

import dev.kanmin.gateway.page.DocumentPages;
import dev.kanmin.web.EntityTags;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where the merged document and the pages about it are; all of them are public. */
@Configuration(proxyBeanMethods = false)
class DocumentRoutes {
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final ApiDocument api;
  private final EventsDocument events;

  DocumentRoutes(ApiDocument api, EventsDocument events) {
    this.api = api;
    this.events = events;
  }

  @Bean
  RouterFunction<ServerResponse> documents(DocumentPages pages) {
    return RouterFunctions.route()
        .GET("/v3/api-docs", this::json)
        .GET("/openapi.json", this::json)
        .GET("/v3/api-docs.yaml", this::yaml)
        .GET("/openapi.yaml", this::yaml)
        .GET("/asyncapi.yaml", this::events)
        .GET("/docs", request -> page(request, pages))
        .GET("/docs/problems", request -> problems(request, pages))
        .build()
        .and(pages.swaggerUi());
  }

  private Mono<ServerResponse> json(ServerRequest request) {
    return api.current(request.exchange())
        .flatMap(
            ready -> answer(request, ready.entityTag(), MediaType.APPLICATION_JSON, ready.json()));
  }

  private Mono<ServerResponse> yaml(ServerRequest request) {
    return api.current(request.exchange())
        .flatMap(ready -> answer(request, ready.entityTag(), YAML, ready.yaml()));
  }

  private Mono<ServerResponse> events(ServerRequest request) {
    return events
        .current()
        .flatMap(ready -> answer(request, ready.entityTag(), YAML, ready.yaml()));
  }

  private static Mono<ServerResponse> answer(
      ServerRequest request, String entityTag, MediaType type, ReadyBytes body) {
    boolean known = EntityTags.areKnown(request.headers().asHttpHeaders(), entityTag);
    var answer = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK);
    answer.eTag(entityTag).cacheControl(CacheControl.maxAge(A_WHILE).cachePublic());
    if (known) {
      return answer.build();
    }
    return answer
        .contentType(type)
        .contentLength(body.length())
        .body(
            (response, context) ->
                response.writeWith(Mono.fromSupplier(() -> body.in(response.bufferFactory()))));
  }

  private Mono<ServerResponse> page(ServerRequest request, DocumentPages pages) {
    return api.current(request.exchange()).flatMap(ready -> pages.api(request, ready.missing()));
  }

  private Mono<ServerResponse> problems(ServerRequest request, DocumentPages pages) {
    return api.current(request.exchange())
        .flatMap(ready -> pages.problems(request, ready.problems(), ready.missing()));
  }
}
