package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.view.ReadyViews.ReadyView;
import dev.kanmin.web.AcceptedLanguage;
import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.ProblemTypes;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The picture as views, answered from memory as ready bytes. */
@RestController
@RequiresScope("cells:read")
final class CellsController {
  private static final String NO_CACHE = "private, no-cache";
  private static final String VARY = "Accept-Language, Authorization";

  private final Picture picture;
  private final PictureWaits waits;
  private final ReadyViews views;
  private final AnswerHeads heads;

  /** How the answers are documented. */
  private record CellAnswer(@JsonUnwrapped AnswerHead head, @JsonUnwrapped CellView cell) {}

  /** How the answers are documented. */
  private record MatrixAnswer(@JsonUnwrapped AnswerHead head, @JsonUnwrapped MatrixView matrix) {}

  CellsController(Picture picture, PictureWaits waits, ReadyViews views, AnswerHeads heads) {
    this.picture = picture;
    this.waits = waits;
    this.views = views;
    this.heads = heads;
  }

  @Operation(
      summary = "The matrix: all cells, countries × fields",
      parameters =
          @Parameter(
              in = ParameterIn.HEADER,
              name = KanminHeaders.AFTER,
              description = "Wait up to 2 s until these events are in the picture",
              schema = @Schema(type = "string")),
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = MatrixAnswer.class))))
  @GetMapping(value = "/v1/cells", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<Void> readCells(@Parameter(hidden = true) ServerWebExchange exchange) {
    Language language = language(exchange);
    return answer(exchange, language, snapshot -> views.matrix(snapshot, language));
  }

  @Operation(
      summary = "One cell: what everybody should know of a country and a field",
      parameters = {
        @Parameter(in = ParameterIn.PATH, name = "country", schema = @Schema(type = "string")),
        @Parameter(in = ParameterIn.PATH, name = "field", schema = @Schema(type = "string")),
        @Parameter(
            in = ParameterIn.HEADER,
            name = KanminHeaders.AFTER,
            description = "Wait up to 2 s until these events are in the picture",
            schema = @Schema(type = "string"))
      },
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = CellAnswer.class))))
  @GetMapping(value = "/v1/cells/{country}/{field}", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<Void> readCell(@Parameter(hidden = true) ServerWebExchange exchange) {
    Map<String, String> path =
        exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    String country = path.getOrDefault("country", "");
    String field = path.getOrDefault("field", "");
    if (CountryCode.find(country).isEmpty()) {
      throw ProblemTypes.NOT_FOUND.with(
          "There is no country of that code: use ISO 3166-1 alpha-2 in capitals, such as VN.");
    }
    if (!field.equals(Field.UNCLASSIFIED) && Field.find(field).isEmpty()) {
      throw ProblemTypes.NOT_FOUND.with(
          "There is no field of that code: see /v1/codes/fields, or use unclassified.");
    }
    Language language = language(exchange);
    CellKey cell = new CellKey(country, field);
    return answer(exchange, language, snapshot -> views.cell(snapshot, cell, language));
  }

  private static Language language(ServerWebExchange exchange) {
    return AcceptedLanguage.of(exchange.getRequest().getHeaders()).orElse(Language.JAPANESE);
  }

  private Mono<Void> answer(
      ServerWebExchange exchange, Language language, Function<PictureSnapshot, ReadyView> view) {
    List<String> after = exchange.getRequest().getHeaders().getValuesAsList(KanminHeaders.AFTER);
    if (after.isEmpty()) {
      return write(exchange, language, view);
    }
    return waits
        .shows(EventReference.read(after))
        .flatMap(
            shown -> {
              if (!shown) {
                exchange.getResponse().getHeaders().set(KanminHeaders.BEHIND, "true");
              }
              return write(exchange, language, view);
            });
  }

  private Mono<Void> write(
      ServerWebExchange exchange, Language language, Function<PictureSnapshot, ReadyView> view) {
    PictureSnapshot snapshot = picture.snapshot();
    ReadyView ready = view.apply(snapshot);
    ServerHttpResponse response = exchange.getResponse();
    HttpHeaders headers = response.getHeaders();
    headers.set(HttpHeaders.ETAG, ready.entityTag());
    headers.set(HttpHeaders.CACHE_CONTROL, NO_CACHE);
    headers.set(HttpHeaders.VARY, VARY);
    if (isKnown(exchange.getRequest().getHeaders(), ready.entityTag())) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return response.setComplete();
    }
    headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    byte[] head = heads.bytes(snapshot);
    headers.setContentLength((long) head.length + ready.body().length);
    NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
    return response.writeWith(
        Mono.fromSupplier(() -> buffers.join(List.of(copy(head, buffers), ready.buffer(buffers)))));
  }

  /** Small and never the same for long: next to the body it must lie outside the heap as well. */
  private static DataBuffer copy(byte[] head, NettyDataBufferFactory buffers) {
    return buffers.allocateBuffer(head.length).write(head);
  }

  /** Weak comparison (RFC 9110, 13.1.2). */
  private static boolean isKnown(HttpHeaders headers, String entityTag) {
    List<String> known = headers.getIfNoneMatch();
    if (known.isEmpty()) {
      return false;
    }
    String opaque = entityTag.substring(2);
    return known.stream().anyMatch(tag -> tag.equals("*") || tag.endsWith(opaque));
  }
}
