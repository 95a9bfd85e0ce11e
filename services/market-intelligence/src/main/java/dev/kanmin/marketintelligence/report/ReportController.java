package dev.kanmin.marketintelligence.report;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.marketintelligence.report.ReportCommand.*;
import dev.kanmin.marketintelligence.report.ReportView.ReportSummary;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Caller;
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

/** Reports: writing, publishing and reading. */
@RestController
@RequestMapping("/v1/reports")
class ReportController {
  private final Aggregates<ReportCommand, ReportEvent, Report> reports;
  private final ReportQueries queries;

  ReportController(Aggregates<ReportCommand, ReportEvent, Report> reports, ReportQueries queries) {
    this.reports = reports;
    this.queries = queries;
  }

  @Operation(summary = "Draft a report. It is the caller's agency's, and nobody else sees it.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("reports/*.json")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> draft(@RequestBody ReportContent content, CommandContext context) {
    return reports
        .bear(reports.newId(context), new Draft(content), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/reports/" + receipt.id())));
  }

  @Operation(
      summary = "Replace what a report says.",
      description =
          "A new source text makes the translations stale that come unchanged, until they are"
              + " written anew or name its digest.")
  @PutMapping("/{id}")
  @RequiresScope("market:write")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody ReportContent content, CommandContext context) {
    return handle(id, new Revise(content), context);
  }

  @Operation(summary = "Publish a draft: from now on every agency reads it, until it expires.")
  @PostMapping("/{id}/publish")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> publish(@PathVariable String id, CommandContext context) {
    return handle(id, new Publish(), context);
  }

  @Operation(summary = "Say that it holds until another day; an expired report is published again.")
  @PostMapping("/{id}/extend")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> extend(
      @PathVariable String id, @RequestBody Extend extend, CommandContext context) {
    return handle(id, extend, context);
  }

  @Operation(summary = "Withdraw a report for good.")
  @PostMapping("/{id}/withdraw")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> withdraw(@PathVariable String id, CommandContext context) {
    return handle(id, new Withdraw(), context);
  }

  @Operation(
      summary = "A report, with its text in the reader's language as HTML.",
      description = "The ETag is the report's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("market:read")
  Mono<ReportView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .report(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Reports, those first that expire first.")
  @GetMapping
  @RequiresScope("market:read")
  Mono<ResponseEntity<Page<ReportSummary>>> list(
      @ParameterObject ReportFilter filter,
      PageRequest page,
      Caller caller,
      ServerWebExchange exchange) {
    return queries
        .reports(filter, caller.agency(), page)
        .map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, ReportCommand command, CommandContext context) {
    return reports.handle(id, command, context).map(Answers::accepted);
  }
}
