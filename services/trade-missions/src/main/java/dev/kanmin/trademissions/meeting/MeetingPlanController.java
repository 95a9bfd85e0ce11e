package dev.kanmin.trademissions.meeting;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.trademissions.meeting.MeetingPlanCommand.*;
import dev.kanmin.trademissions.mission.MissionOutlines;
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

/** Meeting plans: setting up, asking for meetings, and reading. */
@RestController
@RequestMapping("/v1/meeting-plans")
@RequiresScope("meetings:write")
class MeetingPlanController {
  private final Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans;
  private final MeetingQueries queries;
  private final MissionOutlines missions;

  MeetingPlanController(
      Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans,
      MeetingQueries queries,
      MissionOutlines missions) {
    this.plans = plans;
    this.queries = queries;
    this.missions = missions;
  }

  /**
   * A plan to begin with.
   *
   * @param mission that is announced and not over; {@code msn_…}
   */
  record NewMeetingPlan(String mission, MeetingSetUp setUp) {}

  @Operation(
      summary = "Prepare the meetings of a mission.",
      description =
          "Done by the organiser or a co-organiser. A mission has one plan, whose id derives from the"
              + " mission's. The set-up can be replaced later.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> prepare(@RequestBody NewMeetingPlan plan, CommandContext context) {
    return missions
        .find(plan.mission(), context.by())
        .switchIfEmpty(
            Mono.error(
                () ->
                    MeetingRules.NO_SUCH_MISSION.refuse(
                        "Announce it first; of one that is over, meetings are not planned.",
                        "/mission")))
        .flatMap(
            mission ->
                plans.bear(
                    Ids.derived("mtp", mission.id()), new Prepare(mission, plan.setUp()), context))
        .map(receipt -> Answers.created(receipt, URI.create("/v1/meeting-plans/" + receipt.id())));
  }

  @Operation(
      summary = "Replace the set-up: days, tables, interpreters, companies and counterparts.",
      description =
          "Meetings that no longer fit are dropped or moved by the next search. Parties of"
              + " requests, and places of pinned meetings, have to stay.")
  @PutMapping("/{id}/set-up")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> setUp(
      @PathVariable String id, @RequestBody MeetingSetUp setUp, CommandContext context) {
    return handle(id, new SetUp(setUp), context);
  }

  @Operation(
      summary = "Ask for meetings, from either side.",
      description =
          "Up to 2,000 requests at a time. A request of the same side for the same meeting takes"
              + " the place of the earlier one. Of two requests from both sides one meeting"
              + " becomes, and it comes before all that one side asks for.")
  @PostMapping("/{id}/requests")
  Mono<ResponseEntity<Receipt>> ask(
      @PathVariable String id, @RequestBody Ask requests, CommandContext context) {
    return handle(id, requests, context);
  }

  @Operation(summary = "Take requests back. Their meetings go with the next search.")
  @PostMapping("/{id}/withdraw-requests")
  Mono<ResponseEntity<Receipt>> withdrawRequests(
      @PathVariable String id, @RequestBody WithdrawRequests requests, CommandContext context) {
    return handle(id, requests, context);
  }

  @Operation(
      summary = "A meeting plan, how far its search has got, and what may be done with it.",
      description = "The ETag is the plan's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("meetings:read")
  Mono<MeetingPlanView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries.plan(id, reader).doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Meeting plans by id.")
  @GetMapping
  @RequiresScope("meetings:read")
  Mono<ResponseEntity<Page<MeetingPlanView.Summary>>> list(
      @ParameterObject MeetingPlanFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries
        .plans(filter, reader.agency(), page)
        .map(found -> Pages.respond(found, exchange));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, MeetingPlanCommand command, CommandContext context) {
    return plans.handle(id, command, context).map(Answers::accepted);
  }
}
