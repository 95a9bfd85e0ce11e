package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.events.CommandContext;
import dev.kanmin.events.Ids;
import dev.kanmin.events.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Caller;
import dev.kanmin.web.Page;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Applications of companies to a mission, and the offers of places to those who wait. */
@RestController
@RequestMapping("/v1/missions/{id}/applications")
class ApplicationController {
  private final Missions missions;
  private final MissionQueries queries;

  ApplicationController(Missions missions, MissionQueries queries) {
    this.missions = missions;
    this.queries = queries;
  }

  /** The company that applies. */
  record Applicant(CorporateNumber company) {}

  @Operation(
      summary = "Apply on behalf of a company.",
      description = "With an Idempotency-Key the application's id derives from it: use a UUID.")
  @PostMapping
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> apply(
      @PathVariable String id,
      @RequestBody Applicant applicant,
      Caller caller,
      CommandContext context) {
    String application = Ids.forCreate("app", context);
    var command =
        new MissionCommand.Apply(caller.agency(), application, applicant.company(), context.at());
    return missions
        .handle(id, command, context)
        .map(
            receipt ->
                Answers.created(
                    receipt, URI.create("/v1/missions/" + id + "/applications/" + application)));
  }

  @Operation(summary = "The applications that the caller's agency may see, in one page.")
  @GetMapping
  @RequiresScope("missions:read")
  Mono<Page<ApplicationView>> list(@PathVariable String id, Caller caller) {
    return queries.applications(id, caller.agency());
  }

  @Operation(summary = "One application.")
  @GetMapping("/{application}")
  @RequiresScope("missions:read")
  Mono<ApplicationView> read(
      @PathVariable String id, @PathVariable String application, Caller caller) {
    return queries.application(id, application, caller.agency());
  }

  @Operation(summary = "Give the applicant a place.")
  @PostMapping("/{application}/select")
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> select(
      @PathVariable String id,
      @PathVariable String application,
      Caller caller,
      CommandContext context) {
    return handle(id, new MissionCommand.Select(caller.agency(), application), context);
  }

  @Operation(summary = "Put the applicant on the waitlist, behind those already there.")
  @PostMapping("/{application}/waitlist")
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> waitlist(
      @PathVariable String id,
      @PathVariable String application,
      Caller caller,
      CommandContext context) {
    return handle(id, new MissionCommand.Waitlist(caller.agency(), application), context);
  }

  @Operation(summary = "Decline the application.")
  @PostMapping("/{application}/decline")
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> decline(
      @PathVariable String id,
      @PathVariable String application,
      Caller caller,
      CommandContext context) {
    return handle(id, new MissionCommand.Decline(caller.agency(), application), context);
  }

  @Operation(summary = "Withdraw the application. A place that falls free is offered on.")
  @PostMapping("/{application}/withdraw")
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> withdraw(
      @PathVariable String id,
      @PathVariable String application,
      Caller caller,
      CommandContext context) {
    return handle(
        id, new MissionCommand.Withdraw(caller.agency(), application, context.at()), context);
  }

  @Operation(summary = "Accept the place that was offered.")
  @PostMapping("/{application}/accept-offer")
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> acceptOffer(
      @PathVariable String id,
      @PathVariable String application,
      Caller caller,
      CommandContext context) {
    return handle(
        id, new MissionCommand.AcceptOffer(caller.agency(), application, context.at()), context);
  }

  @Operation(summary = "Decline the place that was offered; it goes to the next in line.")
  @PostMapping("/{application}/decline-offer")
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> declineOffer(
      @PathVariable String id,
      @PathVariable String application,
      Caller caller,
      CommandContext context) {
    return handle(
        id, new MissionCommand.DeclineOffer(caller.agency(), application, context.at()), context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, MissionCommand command, CommandContext context) {
    return missions.handle(id, command, context).map(Answers::accepted);
  }
}
