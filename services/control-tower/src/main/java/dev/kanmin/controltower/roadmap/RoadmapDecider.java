package dev.kanmin.controltower.roadmap;

import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.roadmap.RoadmapAction.ChangeState;
import dev.kanmin.controltower.roadmap.RoadmapAction.DateChange;
import dev.kanmin.controltower.roadmap.RoadmapAction.Delay;
import dev.kanmin.controltower.roadmap.RoadmapAction.Update;
import dev.kanmin.controltower.roadmap.RoadmapAction.UpdateState;
import dev.kanmin.controltower.roadmap.RoadmapCommand.*;
import dev.kanmin.controltower.roadmap.RoadmapEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link RoadmapLifeCycle} admits it. */
final class RoadmapDecider implements Decider<RoadmapCommand, RoadmapEvent, RoadmapAction> {
  @Override
  public RoadmapAction initial() {
    return RoadmapAction.NONE;
  }

  @Override
  public List<RoadmapEvent> decide(
      RoadmapCommand command, RoadmapAction action, CommandContext context) {
    if (!RoadmapLifeCycle.TABLE.admits(command, action, context)) {
      return List.of();
    }
    String id = action.id();
    return switch (command) {
      case PlanAction(var newId, var plan) -> {
        RoadmapRules.check(plan, newId);
        yield List.of(new RoadmapActionPlanned(newId, plan, Optional.of(context.by())));
      }
      case Amend(var plan) -> {
        RoadmapRules.check(plan, id);
        RoadmapRules.sameDate(plan, action);
        yield plan.equals(action.known()) ? List.of() : List.of(new RoadmapActionAmended(id, plan));
      }
      case WriteUpdate write -> {
        RoadmapRules.check(write, action, context.at());
        Update update = update(write);
        yield action.updateOf(write.month()).equals(Optional.of(update))
            ? List.of()
            : List.of(new RoadmapUpdateWritten(id, write.month(), Optional.of(update)));
      }
      case SubmitUpdate(var month) -> submitted(RoadmapRules.toSubmit(month, action), action);
      case ApproveDate(var number, var answer) -> {
        answer.ifPresent(it -> RoadmapRules.text(it, "/answer"));
        yield List.of(
            new RoadmapDateApproved(
                id, RoadmapRules.requested(number, action).in(ChangeState.APPROVED, answer)));
      }
      case RejectDate(var number, var answer) -> {
        RoadmapRules.text(answer, "/answer");
        yield List.of(
            new RoadmapDateRejected(
                id,
                RoadmapRules.requested(number, action)
                    .in(ChangeState.REJECTED, Optional.of(answer))));
      }
      case Archive(var why) -> {
        RoadmapRules.text(why, "/why");
        yield List.of(new RoadmapActionArchived(id, why));
      }
      case NoteDelay(var from, var theirDue) ->
          RoadmapRules.isTooLate(action.due(), theirDue)
              ? List.of(new RoadmapDelayNoted(id, from, theirDue, FiscalYears.day(context.at())))
              : List.of();
    };
  }

  @Override
  public RoadmapAction evolve(RoadmapAction action, RoadmapEvent event) {
    return switch (event) {
      case RoadmapActionPlanned(var id, var plan, var owner) ->
          new RoadmapAction(
              id,
              RoadmapState.PLANNED,
              owner,
              Optional.of(plan),
              plan.due(),
              List.of(),
              List.of(),
              List.of());
      case RoadmapActionAmended(var id, var plan) -> action.planned(plan);
      case RoadmapUpdateWritten(var id, var month, var update) -> action.with(update.orElseThrow());
      case RoadmapUpdateSubmitted(var id, var update) -> action.with(update).in(update.status());
      case RoadmapDateRequested(var id, var change) -> action.with(change);
      case RoadmapDateApproved(var id, var change) -> action.with(change).dueOn(change.to());
      case RoadmapDateRejected(var id, var change) -> action.with(change);
      case RoadmapDelayNoted(var id, var from, var theirDue, var on) ->
          action.with(new Delay(from, theirDue, on));
      case RoadmapActionArchived(var id, var why) -> action.in(RoadmapState.ARCHIVED);
    };
  }

  private static Update update(WriteUpdate write) {
    return new Update(
        write.month(),
        write.ready() ? UpdateState.READY : UpdateState.IN_PROGRESS,
        write.status(),
        write.progress(),
        write.reason(),
        write.newDue(),
        write.reached());
  }

  /** A new date becomes a request: the date that holds is the old one until it is approved. */
  private static List<RoadmapEvent> submitted(Update update, RoadmapAction action) {
    List<RoadmapEvent> events = new ArrayList<>();
    events.add(new RoadmapUpdateSubmitted(action.id(), update.in(UpdateState.SUBMITTED)));
    update
        .newDue()
        .filter(it -> !action.due().equals(Optional.of(it)))
        .map(
            to ->
                new DateChange(
                    action.changes().size() + 1,
                    ChangeState.REQUESTED,
                    action.due(),
                    to,
                    update.reason().orElse(""),
                    Optional.empty()))
        .ifPresent(change -> events.add(new RoadmapDateRequested(action.id(), change)));
    return events;
  }
}
