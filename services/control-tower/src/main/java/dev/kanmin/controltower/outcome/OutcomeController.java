package dev.kanmin.controltower.outcome;

import dev.kanmin.controltower.outcome.OutcomeCommand.*;
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

/** Outcomes: claims, shares, confirmation, mergers and reads. */
@RestController
@RequestMapping("/v1/outcomes")
@RequiresScope("outcomes:write")
class OutcomeController {
  private final Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes;
  private final OutcomeQueries queries;
  private final ConfirmationLinks links;

  OutcomeController(
      Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes,
      OutcomeQueries queries,
      ConfirmationLinks links) {
    this.outcomes = outcomes;
    this.queries = queries;
    this.links = links;
  }

  /**
   * Into which record it is merged.
   *
   * @param into id of the record that stays
   */
  @Schema(name = "MergeOutcome")
  record MergeInto(String into) {}

  @Operation(
      summary = "Claim an outcome: one record for one result, whoever helped.",
      description =
          "It expires after a year unless it is confirmed. A record that may be of the same result"
              + " is proposed for a merger by the service itself.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("outcomes/*.json")
  Mono<ResponseEntity<Receipt>> claim(@RequestBody Claim claim, CommandContext context) {
    String id = outcomes.newId(context);
    return outcomes
        .bear(id, new MakeClaim(id, claim), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/outcomes/" + receipt.id())));
  }

  @Operation(
      summary = "Replace what is claimed.",
      description = "A disputed outcome is claimed anew with it. Links and evidence are void.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody Claim claim, CommandContext context) {
    return handle(id, new Revise(claim), context);
  }

  @Operation(summary = "Record what part each agency is credited with; 100 % in all.")
  @PostMapping("/{id}/shares")
  Mono<ResponseEntity<Receipt>> agreeShares(
      @PathVariable String id, @RequestBody AgreeShares shares, CommandContext context) {
    return handle(id, shares, context);
  }

  @Operation(
      summary = "Send the company a link by which it confirms or disputes, once, within 14 days.",
      description =
          "Once a day, five times at most; a new link ends the one before. Nobody but the company"
              + " sees the link.")
  @PostMapping("/{id}/ask-company")
  Mono<ResponseEntity<Receipt>> askCompany(@PathVariable String id, CommandContext context) {
    return links.ask(id, context).map(Answers::accepted);
  }

  @Operation(summary = "Submit evidence, which a second officer reviews.")
  @PostMapping("/{id}/evidence")
  Mono<ResponseEntity<Receipt>> submitEvidence(
      @PathVariable String id, @RequestBody SubmitEvidence evidence, CommandContext context) {
    return handle(id, evidence, context);
  }

  @Operation(
      summary = "Find that the evidence shows it: the outcome is confirmed.",
      description = "Not by the agency and program that submitted it.")
  @PostMapping("/{id}/accept-evidence")
  Mono<ResponseEntity<Receipt>> acceptEvidence(
      @PathVariable String id, @RequestBody AcceptEvidence accept, CommandContext context) {
    return handle(id, accept, context);
  }

  @Operation(summary = "Find that the evidence does not show it, and say why.")
  @PostMapping("/{id}/return-evidence")
  Mono<ResponseEntity<Receipt>> returnEvidence(
      @PathVariable String id, @RequestBody ReturnEvidence returned, CommandContext context) {
    return handle(id, returned, context);
  }

  @Operation(
      summary = "Say that it is not so. For an agency that was named, and the control tower.")
  @PostMapping("/{id}/dispute")
  Mono<ResponseEntity<Receipt>> dispute(
      @PathVariable String id, @RequestBody Dispute dispute, CommandContext context) {
    return handle(id, dispute, context);
  }

  @Operation(summary = "Leave more time to confirm it; an expired claim is a claim again.")
  @PostMapping("/{id}/extend")
  Mono<ResponseEntity<Receipt>> extend(
      @PathVariable String id, @RequestBody Extend extend, CommandContext context) {
    return handle(id, extend, context);
  }

  @Operation(
      summary = "Say that another record is of the same result; that one counts from now on.",
      description = "Its origins and agencies become those of both.")
  @PostMapping("/{id}/merge")
  Mono<ResponseEntity<Receipt>> merge(
      @PathVariable String id, @RequestBody MergeInto merge, CommandContext context) {
    return outcomes
        .find(merge.into(), context.by())
        .flatMap(
            stored ->
                stored.state().state() == OutcomeState.MERGED
                    ? Mono.error(
                        OutcomeRules.NOT_THE_SAME.refuse(
                            merge.into() + " was merged itself; name the record that counts.",
                            "/into"))
                    : outcomes.handle(id, new Merge(merge.into(), stored.state().known()), context))
        .map(Answers::accepted);
  }

  @Operation(summary = "Say that a record that looks alike is of another result.")
  @PostMapping("/{id}/decline-merge")
  Mono<ResponseEntity<Receipt>> declineMerge(
      @PathVariable String id, @RequestBody DeclineMerge decline, CommandContext context) {
    return outcomes
        .find(decline.outcomeId(), context.by())
        .flatMap(other -> handle(id, decline, context));
  }

  @Operation(
      summary = "Headline figures: confirmed, expected and claimed, per cell and fiscal year.",
      description =
          "Amounts per currency. Each outcome counts in one column; one of several fields stands in"
              + " the row of each and once in the total.")
  @GetMapping("/headline")
  @RequiresScope("outcomes:read")
  Mono<Headline> headline(@ParameterObject OutcomeFilter filter) {
    return queries.headline(filter);
  }

  @Operation(summary = "An outcome, and what may be done with it.")
  @GetMapping("/{id}")
  @RequiresScope("outcomes:read")
  Mono<OutcomeView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .outcome(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Outcomes by id.")
  @GetMapping
  @RequiresScope("outcomes:read")
  Mono<ResponseEntity<Page<OutcomeView.Summary>>> list(
      @ParameterObject OutcomeFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.outcomes(filter, page).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, OutcomeCommand command, CommandContext context) {
    return outcomes.handle(id, command, context).map(Answers::accepted);
  }
}
