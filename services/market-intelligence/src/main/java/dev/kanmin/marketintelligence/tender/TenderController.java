package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.marketintelligence.tender.TenderCommand.*;
import dev.kanmin.marketintelligence.tender.TenderView.TenderSummary;
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

/** Tenders: entering, deciding their fields, closing and reading. */
@RestController
@RequestMapping("/v1/tenders")
class TenderController {
  private final Aggregates<TenderCommand, TenderEvent, Tender> tenders;
  private final TenderQueries queries;

  TenderController(Aggregates<TenderCommand, TenderEvent, Tender> tenders, TenderQueries queries) {
    this.tenders = tenders;
    this.queries = queries;
  }

  @Operation(
      summary = "Enter a tender that no feed has. The caller's agency answers for it.",
      description = "Without fields, they are found by its words and items.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("tenders/entered-*.json")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> enter(@RequestBody EnteredTender tender, CommandContext context) {
    return tenders
        .bear(tenders.newId(context), new Enter(tender), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/tenders/" + receipt.id())));
  }

  @Operation(summary = "Revise a tender that was entered by hand; a later deadline opens it again.")
  @PutMapping("/{id}")
  @RequiresScope("market:write")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody EnteredTender tender, CommandContext context) {
    return handle(id, new Revise(tender), context);
  }

  @Operation(summary = "End a tender that was entered by hand.")
  @PostMapping("/{id}/close")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> close(
      @PathVariable String id, @RequestBody Close close, CommandContext context) {
    return handle(id, close, context);
  }

  @Operation(
      summary = "Confirm fields that were found.",
      description = "All of them, if none is named.")
  @PostMapping("/{id}/confirm-fields")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> confirmFields(
      @PathVariable String id, @RequestBody ConfirmFields confirm, CommandContext context) {
    return handle(id, confirm, context);
  }

  @Operation(summary = "Put fields in place of those that were found; no import changes them then.")
  @PostMapping("/{id}/override-fields")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> overrideFields(
      @PathVariable String id, @RequestBody OverrideFields override, CommandContext context) {
    return handle(id, override, context);
  }

  @Operation(
      summary = "A tender by its id or its ocid, with its OCDS record.",
      description =
          "The record holds all releases, the compiled and the versioned one. The ETag is the"
              + " tender's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("market:read")
  Mono<TenderView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .tender(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Tenders in the order of their deadlines; those without one first.")
  @GetMapping
  @RequiresScope("market:read")
  Mono<ResponseEntity<Page<TenderSummary>>> list(
      @ParameterObject TenderFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.tenders(filter, page).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, TenderCommand command, CommandContext context) {
    return tenders.handle(id, command, context).map(Answers::accepted);
  }
}
