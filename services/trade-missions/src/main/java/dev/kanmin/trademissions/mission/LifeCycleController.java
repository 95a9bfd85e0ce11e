package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.CommandContext;
import dev.kanmin.events.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Caller;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The steps of a mission's life, for its organiser and supporters. */
@RestController
@RequestMapping("/v1/missions/{id}")
@RequiresScope("missions:write")
class LifeCycleController {
  private final Missions missions;

  LifeCycleController(Missions missions) {
    this.missions = missions;
  }

  /** Until when companies can apply from now on. */
  record Extension(Deadline deadline) {}

  /** Why. */
  record Reasoned(LocalizedText reason) {}

  /** New dates, if there are any. */
  record Resumption(@JsonSetter(nulls = AS_EMPTY) List<Stop> stops, Optional<Deadline> deadline) {}

  @Operation(summary = "Announce a draft: from now on everybody sees it.")
  @PostMapping("/announce")
  Mono<ResponseEntity<Receipt>> announce(
      @PathVariable String id, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.Announce(caller.agency(), context.at()), context);
  }

  @Operation(summary = "Open an announced mission to applications.")
  @PostMapping("/open")
  Mono<ResponseEntity<Receipt>> open(
      @PathVariable String id, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.Open(caller.agency(), context.at()), context);
  }

  @Operation(summary = "Move the deadline for applications to a later moment.")
  @PostMapping("/extend-deadline")
  Mono<ResponseEntity<Receipt>> extendDeadline(
      @PathVariable String id,
      @RequestBody Extension extension,
      Caller caller,
      CommandContext context) {
    return handle(
        id,
        new MissionCommand.ExtendDeadline(caller.agency(), extension.deadline(), context.at()),
        context);
  }

  @Operation(summary = "Close applications and begin to select.")
  @PostMapping("/start-selection")
  Mono<ResponseEntity<Receipt>> startSelection(
      @PathVariable String id, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.StartSelection(caller.agency()), context);
  }

  @Operation(
      summary = "Finish the selection once every application is decided on.",
      description = "Places still free are offered to the waitlist.")
  @PostMapping("/finish-selection")
  Mono<ResponseEntity<Receipt>> finishSelection(
      @PathVariable String id, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.FinishSelection(caller.agency(), context.at()), context);
  }

  @Operation(summary = "The mission begins.")
  @PostMapping("/start")
  Mono<ResponseEntity<Receipt>> start(
      @PathVariable String id, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.Start(caller.agency(), context.at()), context);
  }

  @Operation(
      summary = "Report on a mission that took place.",
      description = "What came of it is no part of the report: outcomes are recorded once.")
  @PostMapping("/report")
  Mono<ResponseEntity<Receipt>> report(
      @PathVariable String id, @RequestBody Report report, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.GiveReport(caller.agency(), report), context);
  }

  @Operation(summary = "Postpone a mission that has not started.")
  @PostMapping("/postpone")
  Mono<ResponseEntity<Receipt>> postpone(
      @PathVariable String id, @RequestBody Reasoned why, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.Postpone(caller.agency(), why.reason()), context);
  }

  @Operation(
      summary = "Go on with a postponed mission, in the state it was in.",
      description = "With new stops or a new deadline, unless the old ones still hold.")
  @PostMapping("/resume")
  Mono<ResponseEntity<Receipt>> resume(
      @PathVariable String id,
      @RequestBody Resumption resumption,
      Caller caller,
      CommandContext context) {
    return handle(
        id,
        new MissionCommand.Resume(
            caller.agency(), resumption.stops(), resumption.deadline(), context.at()),
        context);
  }

  @Operation(summary = "Give a mission up before it has started.")
  @PostMapping("/cancel")
  Mono<ResponseEntity<Receipt>> cancel(
      @PathVariable String id, @RequestBody Reasoned why, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.Cancel(caller.agency(), why.reason()), context);
  }

  @Operation(summary = "Break a mission off after it has started.")
  @PostMapping("/terminate")
  Mono<ResponseEntity<Receipt>> terminate(
      @PathVariable String id, @RequestBody Reasoned why, Caller caller, CommandContext context) {
    return handle(id, new MissionCommand.Terminate(caller.agency(), why.reason()), context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, MissionCommand command, CommandContext context) {
    return missions.handle(id, command, context).map(Answers::accepted);
  }
}
