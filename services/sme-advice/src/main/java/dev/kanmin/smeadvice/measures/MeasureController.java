package dev.kanmin.smeadvice.measures;

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

/** Support measures, and which of them a company can use. */
@RestController
@RequestMapping("/v1/support-measures")
class MeasureController {
  private final Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures;
  private final MeasureQueries queries;
  private final Eligibility eligibility;
  private final JGrantsImport jGrants;

  MeasureController(
      Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures,
      MeasureQueries queries,
      Eligibility eligibility,
      JGrantsImport jGrants) {
    this.measures = measures;
    this.queries = queries;
    this.eligibility = eligibility;
    this.jGrants = jGrants;
  }

  @Operation(summary = "Publish a support measure. The caller's agency keeps it from now on.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("measures/*.json")
  @RequiresScope("measures:write")
  Mono<ResponseEntity<Receipt>> publish(@RequestBody Measure measure, CommandContext context) {
    String id = MeasureDecider.id(context.by().code(), measure.code());
    return measures
        .bear(id, new MeasureCommand.Publish(id, measure), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/support-measures/" + id)));
  }

  @Operation(
      summary = "Revise a support measure: a new call, another ceiling.",
      description = "A retired one is current again.")
  @PutMapping("/{id}")
  @RequiresScope("measures:write")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody Measure measure, CommandContext context) {
    return measures.handle(id, new MeasureCommand.Revise(measure), context).map(Answers::accepted);
  }

  @Operation(summary = "The measure has ended.")
  @PostMapping("/{id}/retire")
  @RequiresScope("measures:write")
  Mono<ResponseEntity<Receipt>> retire(@PathVariable String id, CommandContext context) {
    return measures.handle(id, new MeasureCommand.Retire(), context).map(Answers::accepted);
  }

  @Operation(
      summary = "A support measure, and what may be done with it.",
      description = "The ETag is its version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("measures:read")
  Mono<MeasureView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries.one(id, reader).doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Support measures in order of their codes.")
  @GetMapping
  @RequiresScope("measures:read")
  Mono<ResponseEntity<Page<MeasureView.Summary>>> list(
      @ParameterObject MeasureFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.list(filter, page, reader).map(found -> Pages.respond(found, exchange));
  }

  @Operation(
      summary = "Which measures a company can use: applies, does not, or cannot be judged.",
      description =
          "Clause by clause, with the facts that are missing. Nothing of it is kept. Whether"
              + " applications are taken on that day is said apart.")
  @PostMapping("/eligibility")
  @ExampleFiles("eligibility/*.json")
  @RequiresScope("measures:read")
  Mono<Eligibility.Result> judge(@RequestBody Eligibility.Question question, Reader reader) {
    return eligibility.of(question, reader.at());
  }

  @Operation(
      summary = "Import the list that the jGrants API answers.",
      description =
          "Rows that can be read are published or revised for the caller's agency under"
              + " jgrants-<id>; of the others it is said what is wrong where.")
  @PostMapping("/import")
  @ExampleFiles("jgrants/*.json")
  @RequiresScope("measures:write")
  Mono<JGrantsImport.Report> importJGrants(
      @RequestBody JGrantsImport.Listing listing, CommandContext context) {
    return jGrants.take(listing, context);
  }
}
