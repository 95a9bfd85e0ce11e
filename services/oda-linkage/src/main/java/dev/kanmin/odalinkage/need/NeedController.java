package dev.kanmin.odalinkage.need;

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

/** Needs of counterparts abroad. */
@RestController
@RequestMapping("/v1/needs")
@RequiresScope("needs:write")
class NeedController {
  private final Aggregates<NeedCommand, NeedEvent, Need> needs;
  private final NeedQueries queries;

  NeedController(Aggregates<NeedCommand, NeedEvent, Need> needs, NeedQueries queries) {
    this.needs = needs;
    this.queries = queries;
  }

  @Operation(
      summary = "Register a need. The caller's agency answers for it.",
      description = "Linkages to the companies that suit it best are proposed by the service.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("needs/*.json")
  Mono<ResponseEntity<Receipt>> register(@RequestBody NeedPlan plan, CommandContext context) {
    return needs
        .bear(needs.newId(context), new NeedCommand.Register(plan), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/needs/" + receipt.id())));
  }

  @Operation(summary = "Replace what is said of a need.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody NeedPlan plan, CommandContext context) {
    return handle(id, new NeedCommand.Revise(plan), context);
  }

  @Operation(summary = "The counterpart was asked, and has the need.")
  @PostMapping("/{id}/verify")
  Mono<ResponseEntity<Receipt>> verify(
      @PathVariable String id, @RequestBody NeedCommand.Verify verify, CommandContext context) {
    return handle(id, verify, context);
  }

  @Operation(
      summary = "The need is met.",
      description = "A linkage that is delivered can say so by itself; this is for other ways.")
  @PostMapping("/{id}/meet")
  Mono<ResponseEntity<Receipt>> meet(@PathVariable String id, CommandContext context) {
    return handle(id, new NeedCommand.Meet(), context);
  }

  @Operation(summary = "The need will not be met through here.")
  @PostMapping("/{id}/lapse")
  Mono<ResponseEntity<Receipt>> lapse(
      @PathVariable String id, @RequestBody NeedCommand.Lapse lapse, CommandContext context) {
    return handle(id, lapse, context);
  }

  @Operation(summary = "Look after a lapsed need again.")
  @PostMapping("/{id}/reopen")
  Mono<ResponseEntity<Receipt>> reopen(@PathVariable String id, CommandContext context) {
    return handle(id, new NeedCommand.Reopen(), context);
  }

  @Operation(
      summary = "A need, and what may be done with it.",
      description = "The ETag is the need's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("needs:read")
  Mono<NeedView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries.need(id, reader).doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(
      summary = "Needs in the order of the days by which they are wanted; those without last.")
  @GetMapping
  @RequiresScope("needs:read")
  Mono<ResponseEntity<Page<NeedView.Summary>>> list(
      @ParameterObject NeedFilter filter, PageRequest page, ServerWebExchange exchange) {
    return queries.needs(filter, page).map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, NeedCommand command, CommandContext context) {
    return needs.handle(id, command, context).map(Answers::accepted);
  }
}
