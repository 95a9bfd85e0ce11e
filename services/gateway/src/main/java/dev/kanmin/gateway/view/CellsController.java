package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.ProblemTypes;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The picture as views, answered from memory as ready bytes. */
@RestController
@RequiresScope("cells:read")
final class CellsController {
  private final ReadyViews views;
  private final PictureAnswers answers;

  /** How the answers are documented. */
  private record CellAnswer(@JsonUnwrapped AnswerHead head, @JsonUnwrapped CellView cell) {}

  /** How the answers are documented. */
  private record MatrixAnswer(@JsonUnwrapped AnswerHead head, @JsonUnwrapped MatrixView matrix) {}

  CellsController(ReadyViews views, PictureAnswers answers) {
    this.views = views;
    this.answers = answers;
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
  Mono<Void> listCells(@Parameter(hidden = true) ServerWebExchange exchange) {
    return answers.answer(exchange, views::matrix);
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
    CellKey cell = new CellKey(country, field);
    return answers.answer(exchange, (snapshot, language) -> views.cell(snapshot, cell, language));
  }
}
