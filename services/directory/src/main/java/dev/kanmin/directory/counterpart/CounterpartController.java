package dev.kanmin.directory.counterpart;

import dev.kanmin.directory.counterpart.CounterpartCommand.*;
import dev.kanmin.directory.merge.Duplicates;
import dev.kanmin.directory.merge.Duplicates.DuplicateFilter;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.directory.merge.Survivor;
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
import org.springframework.http.HttpHeaders;
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

/** Counterparts: registering, changing, merging and reading. */
@RestController
@RequestMapping("/v1/counterparts")
@RequiresScope("directory:write")
class CounterpartController {
  private final Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts;
  private final CounterpartQueries queries;
  private final Merges merges;

  CounterpartController(
      Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts,
      CounterpartQueries queries,
      Merges counterpartMerges) {
    this.counterparts = counterparts;
    this.queries = queries;
    this.merges = counterpartMerges;
  }

  @Operation(summary = "Register a counterpart. The caller's agency becomes responsible for it.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("counterparts/*.json")
  Mono<ResponseEntity<Receipt>> register(
      @RequestBody CounterpartProfile profile, CommandContext context) {
    String id = counterparts.newId(context);
    return counterparts
        .bear(id, new Register(id, profile), context)
        .map(receipt -> Answers.created(receipt, address(receipt.id())));
  }

  @Operation(
      summary = "Replace the profile of a counterpart.",
      description = "What changes nothing leads to no event.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> change(
      @PathVariable String id, @RequestBody CounterpartProfile profile, CommandContext context) {
    return counterparts.handle(id, new ChangeProfile(profile), context).map(Answers::accepted);
  }

  @Operation(
      summary = "A counterpart under any id that it ever had.",
      description =
          "Asked for by the id of a record that was merged, the answer is the one that goes on:"
              + " mergedFrom has the id asked for, Content-Location the one to use from now on.")
  @GetMapping("/{id}")
  @RequiresScope("directory:read")
  Mono<CounterpartView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .counterpart(id, reader)
        .doOnNext(
            view -> {
              Answers.showVersion(exchange, view.version());
              view.mergedFrom()
                  .ifPresent(
                      asked ->
                          exchange
                              .getResponse()
                              .getHeaders()
                              .set(HttpHeaders.CONTENT_LOCATION, address(view.id()).toString()));
            });
  }

  @Operation(summary = "Counterparts in the order of their ids.")
  @GetMapping
  @RequiresScope("directory:read")
  Mono<ResponseEntity<Page<CounterpartView.Summary>>> list(
      @ParameterObject CounterpartFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.counterparts(filter, page).map(found -> Pages.respond(found, exchange));
  }

  @Operation(
      summary = "Records that are proposed to be merged.",
      description =
          "By name in any language and country, and city where it is known; accents, widths and"
              + " legal forms do not count. 100 keys at most, the next once these are merged.")
  @GetMapping("/duplicates")
  @RequiresScope("directory:read")
  Mono<Duplicates> duplicates(@ParameterObject DuplicateFilter filter) {
    return queries.duplicates(filter);
  }

  @Operation(
      summary = "Merge a record into another one of the same counterpart.",
      description =
          "Its id leads to the other from then on. If the other was merged itself, the one that"
              + " goes on in its place is meant.")
  @PostMapping("/{id}/merge")
  Mono<ResponseEntity<Receipt>> merge(
      @PathVariable String id, @RequestBody Survivor survivor, CommandContext context) {
    return merges
        .merge(
            id,
            survivor.into(),
            other ->
                counterparts
                    .find(other, context.by())
                    .then(counterparts.find(id, context.by()))
                    .doOnNext(it -> decide(it.state(), other, context)),
            other -> counterparts.handle(id, new Merge(other), context))
        .map(Answers::accepted);
  }

  private void decide(Counterpart counterpart, String other, CommandContext context) {
    counterparts.type().decider().decide(new Merge(other), counterpart, context);
  }

  private static URI address(String id) {
    return URI.create("/v1/counterparts/" + id);
  }
}
