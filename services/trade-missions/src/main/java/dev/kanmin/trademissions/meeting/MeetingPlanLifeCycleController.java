package dev.kanmin.trademissions.meeting;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.trademissions.meeting.MeetingPlanCommand.*;
import dev.kanmin.web.Answers;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The steps of a meeting plan's life, for the mission's agencies. */
@RestController
@RequestMapping("/v1/meeting-plans/{id}")
@RequiresScope("meetings:write")
class MeetingPlanLifeCycleController {
  private static final int AN_HOUR = 3_600;

  private final Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans;

  MeetingPlanLifeCycleController(
      Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans) {
    this.plans = plans;
  }

  /**
   * How to search.
   *
   * @param seconds after which the search ends by itself, 1 to 3,600; an hour unless said
   * @param afresh whether the plan that stands is forgotten, but for what is pinned; else as little
   *     of it is moved as can be
   */
  record SearchOptions(Optional<Integer> seconds, Optional<Boolean> afresh) {}

  @Operation(
      summary = "Search for a plan, or for a better one.",
      description =
          "The search goes on until it is stopped or its time is over; nothing else of the plan"
              + " changes before. One that stands is moved as little as can be."
              + " What has begun, was attended or is pinned stays.")
  @PostMapping("/search")
  Mono<ResponseEntity<Receipt>> search(
      @PathVariable String id, @RequestBody SearchOptions options, CommandContext context) {
    return handle(
        id,
        new Look(
            Ids.forCreate("run", context),
            options.seconds().orElse(AN_HOUR),
            options.afresh().orElse(false)),
        context);
  }

  @Operation(summary = "Stop the search. The best plan that it has found is taken.")
  @PostMapping("/stop")
  Mono<ResponseEntity<Receipt>> stop(@PathVariable String id, CommandContext context) {
    return handle(id, new StopSearch(), context);
  }

  @Operation(
      summary = "Pin a meeting: where it is, or in another slot or at another table.",
      description =
          "Every search leaves it there. Meetings in its way that are not pinned are gone until"
              + " the next search.")
  @PostMapping("/pin")
  Mono<ResponseEntity<Receipt>> pin(
      @PathVariable String id, @RequestBody Pin pin, CommandContext context) {
    return handle(id, pin, context);
  }

  @Operation(summary = "Unpin a meeting: a search may move it again.")
  @PostMapping("/unpin")
  Mono<ResponseEntity<Receipt>> unpin(
      @PathVariable String id, @RequestBody Unpin unpin, CommandContext context) {
    return handle(id, unpin, context);
  }

  @Operation(
      summary = "Note that a company or a counterpart does not come.",
      description = "Its meetings of that time go with the next search, which moves few others.")
  @PostMapping("/note-no-show")
  Mono<ResponseEntity<Receipt>> noteNoShow(
      @PathVariable String id, @RequestBody NoteNoShow noShow, CommandContext context) {
    return handle(id, noShow, context);
  }

  @Operation(summary = "Publish the plan: participants get their timetables.")
  @PostMapping("/publish")
  Mono<ResponseEntity<Receipt>> publish(@PathVariable String id, CommandContext context) {
    return handle(id, new Publish(), context);
  }

  @Operation(
      summary = "Note what became of a meeting that has begun.",
      description = "The note is for the mission's agencies alone.")
  @PostMapping("/note-attendance")
  Mono<ResponseEntity<Receipt>> noteAttendance(
      @PathVariable String id, @RequestBody NoteAttendance attendance, CommandContext context) {
    return handle(id, attendance, context);
  }

  @Operation(summary = "Close the plan, once every meeting says what became of it.")
  @PostMapping("/close")
  Mono<ResponseEntity<Receipt>> close(@PathVariable String id, CommandContext context) {
    return handle(id, new Close(), context);
  }

  @Operation(summary = "Give the meetings up.")
  @PostMapping("/cancel")
  Mono<ResponseEntity<Receipt>> cancel(
      @PathVariable String id, @RequestBody CancelPlan cancel, CommandContext context) {
    return handle(id, cancel, context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, MeetingPlanCommand command, CommandContext context) {
    return plans.handle(id, command, context).map(Answers::accepted);
  }
}
