package dev.kanmin.controltower.indicator;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.counting.Count;
import dev.kanmin.controltower.counting.Picture;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.controltower.indicator.IndicatorCommand.*;
import dev.kanmin.controltower.indicator.IndicatorQueries.IndicatorFilter;
import dev.kanmin.controltower.indicator.IndicatorQueries.IndicatorView;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Indicators, and their figures as counted from the picture. */
@RestController
@RequestMapping("/v1/indicators")
@RequiresScope("tower:write")
class IndicatorController {
  private final Aggregates<IndicatorCommand, IndicatorEvent, Indicator> indicators;
  private final IndicatorQueries queries;
  private final Picture picture;

  IndicatorController(
      Aggregates<IndicatorCommand, IndicatorEvent, Indicator> indicators,
      IndicatorQueries queries,
      Picture picture) {
    this.indicators = indicators;
    this.queries = queries;
    this.picture = picture;
  }

  /**
   * A figure as it is counted now.
   *
   * @param asOf the newest event that is in it
   */
  @Schema(name = "IndicatorFigure")
  record FigureView(Count figure, String unit, Optional<Instant> asOf) {}

  @Operation(summary = "Define an indicator: counted from cards by a stated rule, or reported.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("indicators/*.json")
  Mono<ResponseEntity<Receipt>> define(@RequestBody Definition definition, CommandContext context) {
    return indicators
        .bear(indicators.newId(context), new Define(definition), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/indicators/" + receipt.id())));
  }

  @Operation(summary = "Say better what it measures; unit and direction stay.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody Definition definition, CommandContext context) {
    return indicators.handle(id, new Revise(definition), context).map(Answers::accepted);
  }

  @Operation(summary = "Retire it: targets that use it stay, new ones do not.")
  @PostMapping("/{id}/retire")
  Mono<ResponseEntity<Receipt>> retire(@PathVariable String id, CommandContext context) {
    return indicators.handle(id, new Retire(), context).map(Answers::accepted);
  }

  @Operation(
      summary = "Count an indicator from the picture, for a place and fiscal year.",
      description = "Every card is looked at again: the same cards give the same figure.")
  @GetMapping("/{id}/figure")
  @RequiresScope("tower:read")
  Mono<FigureView> figure(
      @PathVariable String id,
      @RequestParam int fiscalYear,
      @RequestParam Optional<CountryCode> country,
      @RequestParam Optional<Field> field) {
    return queries
        .definition(id)
        .switchIfEmpty(
            Mono.error(
                () -> IndicatorRules.NO_SUCH_INDICATOR.refuse("Nothing is counted by this id.")))
        .flatMap(
            definition ->
                Mono.justOrEmpty(definition.counted())
                    .switchIfEmpty(
                        Mono.error(
                            () ->
                                IndicatorRules.REPORTED.refuse(
                                    "Its figures are those that agencies report.")))
                    .flatMap(rule -> picture.count(rule, new Scope(country, field), fiscalYear))
                    .map(it -> new FigureView(it.count(), definition.unit(), it.asOf())));
  }

  @Operation(summary = "An indicator, and what may be done with it.")
  @GetMapping("/{id}")
  @RequiresScope("tower:read")
  Mono<IndicatorView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .indicator(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Indicators by id.")
  @GetMapping
  @RequiresScope("tower:read")
  Mono<ResponseEntity<Page<IndicatorView>>> list(
      @ParameterObject IndicatorFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.indicators(filter, page, reader).map(found -> Pages.respond(found, exchange));
  }
}
