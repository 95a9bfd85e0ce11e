package dev.kanmin.controltower.roadmap;

import dev.kanmin.controltower.roadmap.RoadmapCommand.*;
import dev.kanmin.controltower.roadmap.RoadmapQueries.Impact;
import dev.kanmin.controltower.roadmap.RoadmapQueries.RoadmapFilter;
import dev.kanmin.controltower.roadmap.RoadmapQueries.RoadmapView;
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
import java.util.List;
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

/** The roadmap: actions, monthly updates, and dates that move only when approved. */
@RestController
@RequestMapping("/v1/roadmap/actions")
@RequiresScope("tower:write")
class RoadmapController {
  private final Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> actions;
  private final RoadmapQueries queries;

  RoadmapController(
      Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> actions, RoadmapQueries queries) {
    this.actions = actions;
    this.queries = queries;
  }

  @Operation(summary = "Plan an action of the roadmap.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> plan(@RequestBody RoadmapAction.Plan plan, CommandContext context) {
    String id = actions.newId(context);
    return known(plan)
        .then(Mono.defer(() -> actions.bear(id, new PlanAction(id, plan), context)))
        .map(
            receipt -> Answers.created(receipt, URI.create("/v1/roadmap/actions/" + receipt.id())));
  }

  @Operation(
      summary = "Amend an action: words, milestones, dependencies.",
      description = "Its date stays: a new one is asked for with a monthly update.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> amend(
      @PathVariable String id, @RequestBody RoadmapAction.Plan plan, CommandContext context) {
    return known(plan)
        .then(notInCircles(id, plan))
        .then(Mono.defer(() -> handle(id, new Amend(plan), context)));
  }

  @Operation(
      summary = "Write the update of a month, as often as needed until it is submitted.",
      description = "What is not on track, or asks for a new date, says why.")
  @PostMapping("/{id}/updates")
  Mono<ResponseEntity<Receipt>> write(
      @PathVariable String id, @RequestBody WriteUpdate update, CommandContext context) {
    return handle(id, update, context);
  }

  @Operation(
      summary = "Submit the update of a month: it is locked, and a new date in it is asked for.")
  @PostMapping("/{id}/submit-update")
  Mono<ResponseEntity<Receipt>> submit(
      @PathVariable String id, @RequestBody SubmitUpdate submit, CommandContext context) {
    return handle(id, submit, context);
  }

  @Operation(
      summary = "Approve a new date: it holds from now on, and who waits for the action is told.")
  @PostMapping("/{id}/approve-date")
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> approve(
      @PathVariable String id, @RequestBody ApproveDate approve, CommandContext context) {
    return handle(id, approve, context);
  }

  @Operation(summary = "Reject a new date, and say why; it stays in the history.")
  @PostMapping("/{id}/reject-date")
  @RequiresScope("tower:approve")
  Mono<ResponseEntity<Receipt>> reject(
      @PathVariable String id, @RequestBody RejectDate reject, CommandContext context) {
    return handle(id, reject, context);
  }

  @Operation(summary = "Archive an action, and say why.")
  @PostMapping("/{id}/archive")
  Mono<ResponseEntity<Receipt>> archive(
      @PathVariable String id, @RequestBody Archive archive, CommandContext context) {
    return handle(id, archive, context);
  }

  @Operation(
      summary = "Which actions wait for this one, through others too, and how late they get.")
  @GetMapping("/{id}/impact")
  @RequiresScope("tower:read")
  Mono<List<Impact>> impact(@PathVariable String id, Reader reader) {
    return queries.impact(id, reader);
  }

  @Operation(summary = "An action of the roadmap, and what may be done with it.")
  @GetMapping("/{id}")
  @RequiresScope("tower:read")
  Mono<RoadmapView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries
        .action(id, reader)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Actions of the roadmap by id.")
  @GetMapping
  @RequiresScope("tower:read")
  Mono<ResponseEntity<Page<RoadmapView>>> list(
      @ParameterObject RoadmapFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.actions(filter, page, reader).map(found -> Pages.respond(found, exchange));
  }

  private Mono<Void> known(RoadmapAction.Plan plan) {
    return queries
        .unknown(plan.dependsOn())
        .flatMap(
            unknown ->
                unknown.isEmpty()
                    ? Mono.empty()
                    : Mono.error(
                        RoadmapRules.UNKNOWN_DEPENDENCY.refuse(
                            unknown + " are not there.", "/dependsOn")));
  }

  /** Two changes at one moment can still close a circle; the reads bear one. */
  private Mono<Void> notInCircles(String id, RoadmapAction.Plan plan) {
    return queries
        .waitingFor(id)
        .filter(other -> plan.dependsOn().contains(other.id()))
        .next()
        .flatMap(
            other ->
                Mono.error(
                    RoadmapRules.DEPENDS_ON_ITSELF.refuse(
                        other.id() + " waits for this action.", "/dependsOn")));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, RoadmapCommand command, CommandContext context) {
    return actions.handle(id, command, context).map(Answers::accepted);
  }
}
