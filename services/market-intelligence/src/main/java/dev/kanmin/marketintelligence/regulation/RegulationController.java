package dev.kanmin.marketintelligence.regulation;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.marketintelligence.regulation.RegulationCommand.Retract;
import dev.kanmin.marketintelligence.regulation.RegulationCommand.State;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Caller;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
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

/** Regulation: stating facts, taking them back and reading them. */
@RestController
@RequestMapping("/v1/regulations")
class RegulationController {
  private final Aggregates<RegulationCommand, RegulationEvent, Regulation> regulations;
  private final RegulationQueries queries;

  RegulationController(
      Aggregates<RegulationCommand, RegulationEvent, Regulation> regulations,
      RegulationQueries queries) {
    this.regulations = regulations;
    this.queries = queries;
  }

  @Operation(
      summary = "State a fact of a country's regulation, of one field or of all devices.",
      description =
          "It stands beside what others stated. The receipt's id is that of the country's or cell's"
              + " record. Stated again, it changes nothing.")
  @PostMapping("/facts")
  @ExampleFiles("regulations/*.json")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> state(@RequestBody State fact, CommandContext context) {
    return regulations
        .handle(Regulations.idOf(fact.country(), fact.field()), fact, context)
        .map(Answers::accepted);
  }

  @Operation(summary = "Take back a fact that the caller's agency stated.")
  @PostMapping("/{id}/retract")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> retract(
      @PathVariable String id, @RequestBody Retract retract, CommandContext context) {
    return regulations.handle(id, retract, context).map(Answers::accepted);
  }

  @Operation(summary = "All that is known of a country's or cell's regulation, by item.")
  @GetMapping("/{id}")
  @RequiresScope("market:read")
  Mono<RegulationView> read(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    return queries
        .regulation(id, caller.agency())
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(
      summary = "Regulation by country and field.",
      description = "With a field, what holds for all devices of the country is shown too.")
  @GetMapping
  @RequiresScope("market:read")
  Mono<ResponseEntity<Page<RegulationView>>> list(
      @RequestParam Optional<CountryCode> country,
      @RequestParam Optional<Field> field,
      PageRequest page,
      ServerWebExchange exchange) {
    return queries.regulations(country, field, page).map(found -> Pages.respond(found, exchange));
  }
}
