package dev.kanmin.controltower.strategy;

import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.strategy.StrategyCommand.Decide;
import dev.kanmin.controltower.strategy.StrategyQueries.StrategyFilter;
import dev.kanmin.controltower.strategy.StrategyQueries.StrategyView;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Strategy: which cells come first, and cells side by side. */
@RestController
@RequestMapping("/v1/strategies")
@RequiresScope("tower:read")
class StrategyController {
  private static final int MOST_COUNTRIES = 30;

  private final Aggregates<StrategyCommand, StrategyEvent, Strategy> strategies;
  private final StrategyQueries queries;

  StrategyController(
      Aggregates<StrategyCommand, StrategyEvent, Strategy> strategies, StrategyQueries queries) {
    this.strategies = strategies;
    this.queries = queries;
  }

  @Operation(
      summary = "Decide the strategy for a cell, with its reasons.",
      description = "For the control tower. What was decided before stays as a version.")
  @PostMapping
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> decide(
      @RequestBody Strategy.Decision decision, CommandContext context) {
    return strategies
        .handle(Strategies.id(decision.cell()), new Decide(decision), context)
        .map(Answers::accepted);
  }

  @Operation(
      summary = "Cells of a field side by side: market, own strength, showstoppers.",
      description =
          "In parts, never as one number. A market figure that is not known is absent, not zero.")
  @GetMapping("/comparison")
  Mono<List<Comparison>> compare(
      @RequestParam Field field, @RequestParam List<CountryCode> countries) {
    if (countries.size() > MOST_COUNTRIES) {
      throw new BadInput(
          InputFault.parameter(
              "countries",
              FaultCodes.INVALID_VALUE,
              "At most " + MOST_COUNTRIES + " countries are compared."));
    }
    return queries.compare(field, countries.stream().distinct().toList());
  }

  @Operation(summary = "The strategy for a cell, with all its versions.")
  @GetMapping("/{country}/{field}")
  Mono<StrategyView> read(
      @PathVariable CountryCode country, @PathVariable Field field, Reader reader) {
    return queries.strategy(new Cell(country, field), reader);
  }

  @Operation(summary = "Strategies by id.")
  @GetMapping
  Mono<ResponseEntity<Page<StrategyView>>> list(
      @ParameterObject StrategyFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.strategies(filter, page).map(found -> Pages.respond(found, exchange));
  }
}
