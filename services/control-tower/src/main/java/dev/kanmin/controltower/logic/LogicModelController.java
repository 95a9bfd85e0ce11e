package dev.kanmin.controltower.logic;

import dev.kanmin.controltower.logic.LogicModel.Form;
import dev.kanmin.controltower.logic.LogicModelQueries.LogicModelFilter;
import dev.kanmin.controltower.logic.LogicModelQueries.LogicModelView;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Caller;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Logic models, read from and written as the RS system's forms 3-1 and 3-2. */
@RestController
@RequestMapping("/v1/logic-models")
@RequiresScope("tower:read")
class LogicModelController {
  private static final String CSV = "text/csv";

  private final LogicModelQueries queries;
  private final FormImport forms;

  LogicModelController(LogicModelQueries queries, FormImport forms) {
    this.queries = queries;
    this.forms = forms;
  }

  @Operation(
      summary = "Import form 3-1 of the RS system: targets and actuals of the effect path.",
      description =
          "Every column and cell is kept as it stands. Programmes are told apart by 予算事業ID and"
              + " 事業年度; the same again changes nothing.",
      requestBody =
          @RequestBody(
              required = true,
              description = "UTF-8, or the encoding of Windows that older years have.",
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  @PostMapping(
      path = "/import/targets",
      consumes = {CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @RequiresScope("tower:write")
  Mono<FormImport.Outcome> importTargets(ServerHttpRequest request, CommandContext context) {
    return forms.take(Form.TARGETS, request.getBody(), unkeyed(context));
  }

  @Operation(
      summary = "Import form 3-2 of the RS system: how activities, outputs and outcomes connect.",
      requestBody =
          @RequestBody(
              required = true,
              description = "UTF-8, or the encoding of Windows that older years have.",
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  @PostMapping(
      path = "/import/links",
      consumes = {CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @RequiresScope("tower:write")
  Mono<FormImport.Outcome> importLinks(ServerHttpRequest request, CommandContext context) {
    return forms.take(Form.LINKS, request.getBody(), unkeyed(context));
  }

  @Operation(summary = "A logic model as form 3-1: what was imported, cell by cell.")
  @GetMapping(path = "/{id}/targets.csv", produces = CSV)
  Mono<ResponseEntity<byte[]>> targets(@PathVariable String id, Caller caller) {
    return form(id, Form.TARGETS, caller);
  }

  @Operation(summary = "A logic model as form 3-2: what was imported, cell by cell.")
  @GetMapping(path = "/{id}/links.csv", produces = CSV)
  Mono<ResponseEntity<byte[]>> links(@PathVariable String id, Caller caller) {
    return form(id, Form.LINKS, caller);
  }

  @Operation(summary = "A logic model: the graph, and the series with their values by year.")
  @GetMapping("/{id}")
  Mono<LogicModelView> read(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    return queries
        .model(id, caller.agency())
        .map(LogicModelView::of)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Logic models by id.")
  @GetMapping
  Mono<ResponseEntity<Page<LogicModelQueries.Summary>>> list(
      @ParameterObject LogicModelFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.models(filter, page).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<byte[]>> form(String id, Form form, Caller caller) {
    return queries
        .model(id, caller.agency())
        .map(
            stored ->
                ResponseEntity.ok()
                    .header(
                        "Content-Disposition",
                        "attachment; filename=\"RS-%s-%s.csv\"".formatted(form.number(), id))
                    .contentType(MediaType.parseMediaType(CSV + ";charset=UTF-8"))
                    .body(stored.state().table(form).write()));
  }

  /** Content tells repetitions, and one key would stand for many programmes. */
  private static CommandContext unkeyed(CommandContext context) {
    return CommandContext.of(context.actor(), context.at()).withTraceparent(context.traceparent());
  }
}
