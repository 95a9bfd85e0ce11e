package dev.kanmin.odalinkage.linkage;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.odalinkage.linkage.LinkageCommand.*;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Linkages and the steps of their life. */
@RestController
@RequestMapping("/v1/linkages")
@RequiresScope("linkages:write")
class LinkageController {
  private final Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages;
  private final LinkageQueries queries;

  LinkageController(
      Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages, LinkageQueries queries) {
    this.linkages = linkages;
    this.queries = queries;
  }

  @Operation(summary = "Take a proposed linkage into the narrower choice.")
  @PostMapping("/{id}/shortlist")
  Mono<ResponseEntity<Receipt>> shortlist(@PathVariable String id, CommandContext context) {
    return handle(id, new Shortlist(), context);
  }

  @Operation(
      summary = "Company and target have agreed.",
      description = "Said by the agency that answers for the target. Its need becomes matched.")
  @PostMapping("/{id}/agree")
  Mono<ResponseEntity<Receipt>> agree(
      @PathVariable String id, @RequestBody Agree agree, CommandContext context) {
    return handle(id, agree, context);
  }

  @Operation(
      summary = "What was agreed is delivered.",
      description = "With meetsNeed its need becomes met.")
  @PostMapping("/{id}/deliver")
  Mono<ResponseEntity<Receipt>> deliver(
      @PathVariable String id, @RequestBody Deliver deliver, CommandContext context) {
    return handle(id, deliver, context);
  }

  @Operation(summary = "What was delivered was looked at.")
  @PostMapping("/{id}/follow-up")
  Mono<ResponseEntity<Receipt>> followUp(
      @PathVariable String id, @RequestBody FollowUp followUp, CommandContext context) {
    return handle(id, followUp, context);
  }

  @Operation(
      summary = "Nothing comes of it.",
      description = "The matcher leaves the company out for this target from now on.")
  @PostMapping("/{id}/reject")
  Mono<ResponseEntity<Receipt>> reject(
      @PathVariable String id, @RequestBody Reject reject, CommandContext context) {
    return handle(id, reject, context);
  }

  @Operation(summary = "A linkage, and what may be done with it.")
  @GetMapping("/{id}")
  @RequiresScope("linkages:read")
  Mono<LinkageView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .linkage(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Linkages by id.")
  @GetMapping
  @RequiresScope("linkages:read")
  Mono<ResponseEntity<Page<LinkageView.Summary>>> list(
      @ParameterObject LinkageFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.linkages(filter, page).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, LinkageCommand command, CommandContext context) {
    return linkages.handle(id, command, context).map(Answers::accepted);
  }
}
