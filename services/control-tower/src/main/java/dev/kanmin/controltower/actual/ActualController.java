package dev.kanmin.controltower.actual;

import dev.kanmin.controltower.actual.ActualCommand.*;
import dev.kanmin.controltower.actual.ActualQueries.ActualFilter;
import dev.kanmin.controltower.actual.ActualQueries.ActualView;
import dev.kanmin.controltower.indicator.Definition;
import dev.kanmin.controltower.indicator.IndicatorQueries;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reported figures on their way up: office, agency, control tower. */
@RestController
@RequestMapping("/v1/actuals")
@RequiresScope("tower:write")
class ActualController {
  private final Aggregates<ActualCommand, ActualEvent, Actual> actuals;
  private final ActualQueries queries;
  private final IndicatorQueries indicators;

  ActualController(
      Aggregates<ActualCommand, ActualEvent, Actual> actuals,
      ActualQueries queries,
      IndicatorQueries indicators) {
    this.actuals = actuals;
    this.queries = queries;
    this.indicators = indicators;
  }

  /** A figure, and what it is a figure of. */
  @Schema(name = "ReportActual")
  record ReportBody(Actual.Slot slot, Actual.Figure figure) {}

  /** Another figure. */
  @Schema(name = "CorrectActual")
  record CorrectBody(Actual.Figure figure) {}

  @Operation(
      summary = "Report a figure as a draft; one for each office, indicator, place and year.",
      description = "Until the agency approves it, only the agency and the control tower see it.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> report(@RequestBody ReportBody body, CommandContext context) {
    return indicators
        .definition(body.slot().indicatorId())
        .switchIfEmpty(
            Mono.error(
                () ->
                    ActualRules.UNKNOWN_INDICATOR.refuse(
                        "Name one that is defined.", "/slot/indicatorId")))
        .flatMap(definition -> report(body, definition, context))
        .map(receipt -> Answers.created(receipt, URI.create("/v1/actuals/" + receipt.id())));
  }

  private Mono<Receipt> report(ReportBody body, Definition definition, CommandContext context) {
    if (definition.counted().isPresent()) {
      return Mono.error(() -> ActualRules.COUNTED.refuse("Its rule is shown with the indicator."));
    }
    Actual.Slot slot = body.slot();
    String id =
        Ids.derived("val", context.by().code(), Actuals.slot(slot), slot.office().orElse(""));
    return actuals.bear(id, new Report(slot, body.figure(), definition.name().texts()), context);
  }

  @Operation(summary = "Correct a figure that has not gone up, or came back.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> correct(
      @PathVariable String id, @RequestBody CorrectBody body, CommandContext context) {
    return handle(id, new Correct(body.figure()), context);
  }

  @Operation(summary = "Hand a figure up to the agency.")
  @PostMapping("/{id}/submit")
  Mono<ResponseEntity<Receipt>> submit(@PathVariable String id, CommandContext context) {
    return handle(id, new Submit(), context);
  }

  @Operation(summary = "Hand a figure back to its office, and say why.")
  @PostMapping("/{id}/return")
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> giveBack(
      @PathVariable String id, @RequestBody Return returned, CommandContext context) {
    return handle(id, returned, context);
  }

  @Operation(
      summary = "Approve a figure for the agency: every partner agency sees it.",
      description = "With the scope tower:approve, which whoever reports does not need.")
  @PostMapping("/{id}/approve")
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> approve(@PathVariable String id, CommandContext context) {
    return handle(id, new Approve(), context);
  }

  @Operation(
      summary = "Accept a figure for the control tower: it is final and locked.",
      description = "Once all of the agency's offices are approved.")
  @PostMapping("/{id}/accept")
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> accept(@PathVariable String id, CommandContext context) {
    return actuals
        .find(id, context.by())
        .flatMap(queries::waitingBeside)
        .flatMap(waiting -> handle(id, new Accept(waiting), context));
  }

  @Operation(summary = "Give an accepted figure back to the agency.")
  @PostMapping("/{id}/unlock")
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> unlock(@PathVariable String id, CommandContext context) {
    return handle(id, new Unlock(), context);
  }

  @Operation(summary = "A reported figure, and what may be done with it.")
  @GetMapping("/{id}")
  @RequiresScope("tower:read")
  Mono<ActualView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .actual(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Reported figures by id.")
  @GetMapping
  @RequiresScope("tower:read")
  Mono<ResponseEntity<Page<ActualView>>> list(
      @ParameterObject ActualFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.actuals(filter, page, reader).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, ActualCommand command, CommandContext context) {
    return actuals.handle(id, command, context).map(Answers::accepted);
  }
}
