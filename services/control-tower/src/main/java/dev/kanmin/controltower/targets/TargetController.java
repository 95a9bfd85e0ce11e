package dev.kanmin.controltower.targets;

import dev.kanmin.controltower.indicator.IndicatorQueries;
import dev.kanmin.controltower.targets.TargetCommand.*;
import dev.kanmin.controltower.targets.TargetQueries.TargetFilter;
import dev.kanmin.controltower.targets.TargetQueries.TargetView;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Targets, their versions and progress. */
@RestController
@RequestMapping("/v1/targets")
@RequiresScope("tower:write")
class TargetController {
  private final Aggregates<TargetCommand, TargetEvent, Target> targets;
  private final TargetQueries queries;
  private final IndicatorQueries indicators;

  TargetController(
      Aggregates<TargetCommand, TargetEvent, Target> targets,
      TargetQueries queries,
      IndicatorQueries indicators) {
    this.targets = targets;
    this.queries = queries;
    this.indicators = indicators;
  }

  @Operation(summary = "Set a target for a cell, a country, a field, or all.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> set(@RequestBody Target.Goal goal, CommandContext context) {
    return indicators
        .definition(goal.indicatorId())
        .switchIfEmpty(
            Mono.error(
                () ->
                    TargetRules.UNKNOWN_INDICATOR.refuse(
                        "Name one that is defined.", "/indicatorId")))
        .flatMap(
            definition ->
                targets.bear(
                    targets.newId(context),
                    new SetTarget(goal, definition.name().texts()),
                    context))
        .map(receipt -> Answers.created(receipt, URI.create("/v1/targets/" + receipt.id())));
  }

  @Operation(
      summary = "Aim at something else, and say why.",
      description = "The first version stays beside the current one; so does all between them.")
  @PostMapping("/{id}/rebaseline")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> rebaseline(
      @PathVariable String id, @RequestBody Rebaseline rebaseline, CommandContext context) {
    return handle(id, rebaseline, context);
  }

  @Operation(summary = "Say why a year was missed or far exceeded, and if the target was right.")
  @PostMapping("/{id}/explain")
  Mono<ResponseEntity<Receipt>> explain(
      @PathVariable String id, @RequestBody Explain explain, CommandContext context) {
    return handle(id, explain, context);
  }

  @Operation(summary = "Withdraw a target, and say why.")
  @PostMapping("/{id}/withdraw")
  Mono<ResponseEntity<Receipt>> withdraw(
      @PathVariable String id, @RequestBody Withdraw withdraw, CommandContext context) {
    return handle(id, withdraw, context);
  }

  @Operation(
      summary = "How far a target is: against the first and the current version.",
      description =
          "Run rate by working days; the forecast is shown apart and is no part of the value. The"
              + " colour comes with the thresholds that made it.")
  @GetMapping("/{id}/progress")
  @RequiresScope("tower:read")
  Mono<Progress> progress(@PathVariable String id, @RequestParam int fiscalYear, Reader reader) {
    return queries.progress(id, TargetRules.known(fiscalYear), reader);
  }

  @Operation(summary = "A target, and what may be done with it.")
  @GetMapping("/{id}")
  @RequiresScope("tower:read")
  Mono<TargetView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .target(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Targets by id.")
  @GetMapping
  @RequiresScope("tower:read")
  Mono<ResponseEntity<Page<TargetView>>> list(
      @ParameterObject TargetFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.targets(filter, page, reader).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, TargetCommand command, CommandContext context) {
    return targets.handle(id, command, context).map(Answers::accepted);
  }
}
