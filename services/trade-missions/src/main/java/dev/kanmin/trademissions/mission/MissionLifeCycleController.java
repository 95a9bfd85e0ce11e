package dev.kanmin.trademissions.mission;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.web.Answers;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
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
class MissionLifeCycleController {
  private final Aggregates<MissionCommand, MissionEvent, Mission> missions;

  MissionLifeCycleController(Aggregates<MissionCommand, MissionEvent, Mission> missions) {
    this.missions = missions;
  }

  @Operation(summary = "Announce a draft: from now on everybody sees it.")
  @PostMapping("/announce")
  Mono<ResponseEntity<Receipt>> announce(@PathVariable String id, CommandContext context) {
    return handle(id, new Announce(), context);
  }

  @Operation(summary = "Open an announced mission to applications.")
  @PostMapping("/open")
  Mono<ResponseEntity<Receipt>> open(@PathVariable String id, CommandContext context) {
    return handle(id, new Open(), context);
  }

  @Operation(summary = "Move the deadline for applications to a later moment.")
  @PostMapping("/extend-deadline")
  Mono<ResponseEntity<Receipt>> extendDeadline(
      @PathVariable String id, @RequestBody ExtendDeadline extension, CommandContext context) {
    return handle(id, extension, context);
  }

  @Operation(summary = "Close applications and begin to select.")
  @PostMapping("/start-selection")
  Mono<ResponseEntity<Receipt>> startSelection(@PathVariable String id, CommandContext context) {
    return handle(id, new StartSelection(), context);
  }

  @Operation(
      summary = "Finish the selection once every application is decided on.",
      description = "Places still free are offered to the waitlist.")
  @PostMapping("/finish-selection")
  Mono<ResponseEntity<Receipt>> finishSelection(@PathVariable String id, CommandContext context) {
    return handle(id, new FinishSelection(), context);
  }

  @Operation(summary = "The mission begins.")
  @PostMapping("/start")
  Mono<ResponseEntity<Receipt>> start(@PathVariable String id, CommandContext context) {
    return handle(id, new Start(), context);
  }

  @Operation(
      summary = "Report on a mission that took place.",
      description = "What came of it is no part of the report: outcomes are recorded once.")
  @PostMapping("/report")
  Mono<ResponseEntity<Receipt>> report(
      @PathVariable String id, @RequestBody MissionReport report, CommandContext context) {
    return handle(id, new GiveReport(report), context);
  }

  @Operation(summary = "Postpone a mission that has not started.")
  @PostMapping("/postpone")
  Mono<ResponseEntity<Receipt>> postpone(
      @PathVariable String id, @RequestBody Postpone postpone, CommandContext context) {
    return handle(id, postpone, context);
  }

  @Operation(
      summary = "Go on with a postponed mission, in the state it was in.",
      description = "With new stops or a new deadline, unless the old ones still hold.")
  @PostMapping("/resume")
  Mono<ResponseEntity<Receipt>> resume(
      @PathVariable String id, @RequestBody Resume resume, CommandContext context) {
    return handle(id, resume, context);
  }

  @Operation(
      summary = "Move a mission that has not started to other dates.",
      description =
          "New stops and a new deadline together, or one of them; the deadline may become earlier."
              + " Once applications are closed, a deadline after the new beginning falls away.")
  @PostMapping("/reschedule")
  Mono<ResponseEntity<Receipt>> reschedule(
      @PathVariable String id, @RequestBody Reschedule reschedule, CommandContext context) {
    return handle(id, reschedule, context);
  }

  @Operation(
      summary = "Put right what was announced: title, fields, venues, capacity, fee.",
      description =
          "What is left out stays. Those who applied see what changed since, and why; more places"
              + " are offered to the waitlist. Dates and deadline have operations of their own.")
  @PostMapping("/amend")
  Mono<ResponseEntity<Receipt>> amend(
      @PathVariable String id, @RequestBody Amend amend, CommandContext context) {
    return handle(id, amend, context);
  }

  @Operation(summary = "Give a mission up before it has started.")
  @PostMapping("/cancel")
  Mono<ResponseEntity<Receipt>> cancel(
      @PathVariable String id, @RequestBody Cancel cancel, CommandContext context) {
    return handle(id, cancel, context);
  }

  @Operation(summary = "Break a mission off after it has started.")
  @PostMapping("/terminate")
  Mono<ResponseEntity<Receipt>> terminate(
      @PathVariable String id, @RequestBody Terminate terminate, CommandContext context) {
    return handle(id, terminate, context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, MissionCommand command, CommandContext context) {
    return missions.handle(id, command, context).map(Answers::accepted);
  }
}
