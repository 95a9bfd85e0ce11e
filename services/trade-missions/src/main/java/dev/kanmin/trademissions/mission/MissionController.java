package dev.kanmin.trademissions.mission;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
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

/** Missions: drafting, revising and reading. */
@RestController
@RequestMapping("/v1/missions")
class MissionController {
  private final Aggregates<MissionCommand, MissionEvent, Mission> missions;
  private final MissionQueries queries;

  MissionController(
      Aggregates<MissionCommand, MissionEvent, Mission> missions, MissionQueries queries) {
    this.missions = missions;
    this.queries = queries;
  }

  @Operation(summary = "Draft a mission. The caller's agency becomes its organiser.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("missions/*.json")
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> draft(@RequestBody MissionPlan plan, CommandContext context) {
    return missions
        .bear(missions.newId(context), new MissionCommand.Draft(plan), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/missions/" + receipt.id())));
  }

  @Operation(
      summary = "Enter a mission that is over. The caller's agency becomes its organiser.",
      description = "It is marked as entered afterwards, and has no applications.")
  @PostMapping("/record-past")
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> recordPast(
      @RequestBody MissionCommand.RecordPast past, CommandContext context) {
    return missions
        .bear(missions.newId(context), past, context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/missions/" + receipt.id())));
  }

  @Operation(summary = "Replace the plan of a draft.")
  @PutMapping("/{id}")
  @RequiresScope("missions:write")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id, @RequestBody MissionPlan plan, CommandContext context) {
    return missions.handle(id, new MissionCommand.Revise(plan), context).map(Answers::accepted);
  }

  @Operation(
      summary = "A mission, what may be done with it, and the ODA activities of its cells.",
      description = "The ETag is the mission's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("missions:read")
  Mono<MissionView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .mission(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(
      summary = "Missions in order of their first day.",
      description = "from and to name a period; missions that overlap it are shown.")
  @GetMapping
  @RequiresScope("missions:read")
  Mono<ResponseEntity<Page<MissionView.Summary>>> list(
      @ParameterObject MissionFilter filter,
      PageRequest page,
      Caller caller,
      ServerWebExchange exchange) {
    return queries
        .missions(filter, caller.agency(), page)
        .map(found -> Pages.respond(found, exchange));
  }
}
