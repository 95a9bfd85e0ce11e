package dev.kanmin.controltower.review;

import dev.kanmin.controltower.review.ReviewCommand.*;
import dev.kanmin.controltower.review.ReviewQueries.ReviewFilter;
import dev.kanmin.controltower.review.ReviewQueries.ReviewView;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Review cycles: open, gathered, decided, followed up. */
@RestController
@RequestMapping("/v1/reviews")
@RequiresScope("tower:write")
class ReviewController {
  private final Aggregates<ReviewCommand, ReviewEvent, Review> reviews;
  private final ReviewQueries queries;

  ReviewController(Aggregates<ReviewCommand, ReviewEvent, Review> reviews, ReviewQueries queries) {
    this.reviews = reviews;
    this.queries = queries;
  }

  @Operation(summary = "Open a review cycle of a quarter or a fiscal year.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> open(@RequestBody Review.Subject subject, CommandContext context) {
    return reviews
        .bear(reviews.newId(context), new OpenReview(subject), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/reviews/" + receipt.id())));
  }

  @Operation(summary = "Say what the review looks at, and what each of it said.")
  @PostMapping("/{id}/inputs")
  Mono<ResponseEntity<Receipt>> gather(
      @PathVariable String id, @RequestBody Gather gather, CommandContext context) {
    return handle(id, gather, context);
  }

  @Operation(summary = "Add a finding.")
  @PostMapping("/{id}/findings")
  Mono<ResponseEntity<Receipt>> find(
      @PathVariable String id, @RequestBody Find find, CommandContext context) {
    return handle(id, find, context);
  }

  @Operation(summary = "Add what somebody outside the agencies said; by role, never by name.")
  @PostMapping("/{id}/opinions")
  Mono<ResponseEntity<Receipt>> hear(
      @PathVariable String id, @RequestBody Hear hear, CommandContext context) {
    return handle(id, hear, context);
  }

  @Operation(summary = "Say what became of a finding of an earlier cycle.")
  @PostMapping("/{id}/earlier-findings")
  Mono<ResponseEntity<Receipt>> trace(
      @PathVariable String id, @RequestBody TraceFinding trace, CommandContext context) {
    return queries
        .hasFinding(trace.reviewId(), trace.finding())
        .flatMap(
            there ->
                there
                    ? handle(id, trace, context)
                    : Mono.error(
                        ReviewRules.UNKNOWN_FINDING.refuse(
                            "Findings have a number from 1 on.", "/finding")));
  }

  @Operation(summary = "Decide: expand, continue, revise, reduce or end; and say why.")
  @PostMapping("/{id}/decide")
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> decide(
      @PathVariable String id, @RequestBody Decide decide, CommandContext context) {
    return handle(id, decide, context);
  }

  @Operation(summary = "Name the actions of the roadmap in which the decision is carried out.")
  @PostMapping("/{id}/follow-up")
  Mono<ResponseEntity<Receipt>> followUp(
      @PathVariable String id, @RequestBody FollowUp followUp, CommandContext context) {
    return handle(id, followUp, context);
  }

  @Operation(
      summary = "A review cycle, with the findings of the one before and what became of them.")
  @GetMapping("/{id}")
  @RequiresScope("tower:read")
  Mono<ReviewView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .review(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Review cycles by id.")
  @GetMapping
  @RequiresScope("tower:read")
  Mono<ResponseEntity<Page<ReviewQueries.Summary>>> list(
      @ParameterObject ReviewFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.reviews(filter, page).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, ReviewCommand command, CommandContext context) {
    return reviews.handle(id, command, context).map(Answers::accepted);
  }
}
