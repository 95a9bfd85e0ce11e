package dev.kanmin.directory.office;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.office.OfficeCommand.*;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
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

/** Offices of the agencies. */
@RestController
@RequestMapping("/v1/offices")
@RequiresScope("directory:write")
class OfficeController {
  private final Aggregates<OfficeCommand, OfficeEvent, Office> offices;
  private final OfficeWork work;

  OfficeController(Aggregates<OfficeCommand, OfficeEvent, Office> offices, OfficeWork work) {
    this.offices = offices;
    this.work = work;
  }

  /** What people call it. */
  record OfficeName(LocalizedText name) {}

  /** The office that takes over. */
  record Successor(String to) {}

  @Operation(summary = "Register an office of the caller's agency.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> register(
      @RequestBody ResponsibleOffice office, CommandContext context) {
    String id = OfficeWork.id(context.by(), office.code());
    return offices
        .bear(id, new Register(id, office), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/offices/" + receipt.id())));
  }

  @Operation(summary = "Rename an office.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> rename(
      @PathVariable String id, @RequestBody OfficeName name, CommandContext context) {
    return offices.handle(id, new Rename(name.name()), context).map(Answers::accepted);
  }

  @Operation(
      summary = "Hand everything open that an office looks after over to another one (引継ぎ).",
      description =
          "One command for all services: each moves its own records within seconds. What is"
              + " registered for the office afterwards stays with it.")
  @PostMapping("/{id}/hand-over")
  Mono<ResponseEntity<Receipt>> handOver(
      @PathVariable String id, @RequestBody Successor successor, CommandContext context) {
    return work.handOver(id, successor.to(), context).map(Answers::accepted);
  }

  @Operation(summary = "Close an office that looks after nothing any more.")
  @PostMapping("/{id}/close")
  Mono<ResponseEntity<Receipt>> close(@PathVariable String id, CommandContext context) {
    return work.close(id, context).map(Answers::accepted);
  }

  @Operation(summary = "An office, and what may be done with it.")
  @GetMapping("/{id}")
  @RequiresScope("directory:read")
  Mono<OfficeView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return work.office(id, reader).doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Offices in the order of their ids.")
  @GetMapping
  @RequiresScope("directory:read")
  Mono<ResponseEntity<Page<OfficeView>>> list(
      @ParameterObject OfficeFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return work.offices(filter, reader, page).map(found -> Pages.respond(found, exchange));
  }
}
