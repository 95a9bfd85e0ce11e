package dev.kanmin.marketintelligence.watch;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.marketintelligence.watch.Alerts.Alert;
import dev.kanmin.marketintelligence.watch.Deliveries.Delivery;
import dev.kanmin.marketintelligence.watch.WatchCommand.*;
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

/** Watches of the caller's agency: keeping them, and what became of their mails. */
@RestController
@RequestMapping("/v1/watches")
class WatchController {
  private final Aggregates<WatchCommand, WatchEvent, Watch> watches;
  private final WatchQueries queries;
  private final Alerts alerts;
  private final Deliveries deliveries;

  WatchController(
      Aggregates<WatchCommand, WatchEvent, Watch> watches,
      WatchQueries queries,
      Alerts alerts,
      Deliveries deliveries) {
    this.watches = watches;
    this.queries = queries;
    this.alerts = alerts;
    this.deliveries = deliveries;
  }

  @Operation(
      summary = "Keep a watch: tenders, reports and regulation that are new are told by mail.",
      description =
          "At once, or as a digest on the reader's own clock. It is the caller's agency's, and"
              + " nobody else sees it; what it looks for and the address are never published.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("watches/*.json")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> register(
      @RequestBody WatchContent content, CommandContext context) {
    return watches
        .bear(
            watches.newId(context), new Register(content, Ids.random("uns", context.at())), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/watches/" + receipt.id())));
  }

  @Operation(summary = "Replace what a watch looks for and whom it tells.")
  @PutMapping("/{id}")
  @RequiresScope("market:write")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody WatchContent content, CommandContext context) {
    return handle(id, new Revise(content), context);
  }

  @Operation(summary = "Pause a watch: nothing is collected until it is resumed.")
  @PostMapping("/{id}/pause")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> pause(@PathVariable String id, CommandContext context) {
    return handle(id, new Pause(), context);
  }

  @Operation(summary = "Resume a watch that was paused.")
  @PostMapping("/{id}/resume")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> resume(@PathVariable String id, CommandContext context) {
    return handle(id, new Resume(), context);
  }

  @Operation(summary = "End a watch for good; the reader's address is erased.")
  @PostMapping("/{id}/end")
  @RequiresScope("market:write")
  Mono<ResponseEntity<Receipt>> end(@PathVariable String id, CommandContext context) {
    return handle(id, new End(), context);
  }

  @Operation(
      summary = "A watch of the caller's agency.",
      description = "The ETag is the watch's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("market:read")
  Mono<WatchView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries.one(id, reader).doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "The watches of the caller's agency, by name.")
  @GetMapping
  @RequiresScope("market:read")
  Mono<ResponseEntity<Page<WatchView>>> list(
      PageRequest page, Reader reader, ServerWebExchange exchange) {
    return queries.list(page, reader).map(found -> Pages.respond(found, exchange));
  }

  @Operation(summary = "What a watch has found, the newest first, and why it matched.")
  @GetMapping("/{id}/alerts")
  @RequiresScope("market:read")
  Mono<ResponseEntity<Page<Alert>>> alerts(
      @PathVariable String id, PageRequest page, Reader reader, ServerWebExchange exchange) {
    return watches
        .find(id, reader.agency())
        .flatMap(stored -> alerts.of(stored.id(), page))
        .map(found -> Pages.respond(found, exchange));
  }

  @Operation(summary = "The mails of a watch, the newest first, and what became of them.")
  @GetMapping("/{id}/deliveries")
  @RequiresScope("market:read")
  Mono<ResponseEntity<Page<Delivery>>> deliveries(
      @PathVariable String id, PageRequest page, Reader reader, ServerWebExchange exchange) {
    return watches
        .find(id, reader.agency())
        .flatMap(stored -> deliveries.of(stored.id(), page))
        .map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, WatchCommand command, CommandContext context) {
    return watches.handle(id, command, context).map(Answers::accepted);
  }
}
