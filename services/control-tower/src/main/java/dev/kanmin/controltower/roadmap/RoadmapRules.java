package dev.kanmin.controltower.roadmap;

import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.roadmap.RoadmapAction.Plan;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Why a command about an action of the roadmap can be refused. */
final class RoadmapRules {
  static final Rule NO_SUCH_ACTION =
      Rule.notFound("no-such-roadmap-action", "There is no such action");
  static final Rule NOT_YOUR_ACTION =
      Rule.forbidden("not-your-roadmap-action", "Another agency does this with the action");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("roadmap-action-not-in-this-state", "The action's state does not allow this");
  static final Rule ALREADY_PLANNED =
      Rule.conflict("already-planned", "The action has been planned before");
  static final Rule DATE_BY_UPDATE =
      Rule.conflict("date-needs-approval", "A new date is asked for with a monthly update");
  static final Rule ILL_FORMED_MONTH =
      Rule.invalid("ill-formed-month", "A month is written as 2026-10");
  static final Rule MONTH_TO_COME =
      Rule.invalid("month-to-come", "Of a month to come nothing can be said");
  static final Rule UPDATE_LOCKED =
      Rule.conflict("update-locked", "The update of that month is submitted, and locked");
  static final Rule NO_UPDATE = Rule.conflict("no-update", "Nothing is written of that month");
  static final Rule UPDATE_NOT_READY =
      Rule.conflict("update-not-ready", "The update is not ready to be submitted");
  static final Rule NOT_A_STATUS =
      Rule.invalid("not-a-status", "An update says on-track, at-risk, delayed, ongoing or done");
  static final Rule REASON_REQUIRED =
      Rule.invalid("reason-required", "What is not on track, or asks for a new date, says why");
  static final Rule UNKNOWN_MILESTONE =
      Rule.invalid("unknown-milestone", "The action has no such milestone");
  static final Rule NO_SUCH_CHANGE =
      Rule.conflict("no-such-date-change", "No such new date waits for an answer");
  static final Rule DEPENDS_ON_ITSELF =
      Rule.invalid("depends-on-itself", "An action cannot wait for itself");
  static final Rule UNKNOWN_DEPENDENCY =
      Rule.invalid("unknown-dependency", "There is no such action to wait for");

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_MILESTONES = 30;
  private static final int MOST_DEPENDENCIES = 30;

  private RoadmapRules() {}

  static Optional<String> plannedBefore(RoadmapAction action) {
    return action.plan().map(it -> "Amend it instead.");
  }

  static void check(Plan plan, String id) {
    Checks.text(plan.title(), LONGEST_TITLE, "/title");
    Checks.text(plan.measure(), LONGEST_TITLE, "/measure");
    plan.office().ifPresent(it -> Checks.code(it, "/office"));
    plan.scope().field().ifPresent(it -> Checks.field(it, "/scope/field"));
    Checks.distinct(
        plan.milestones().stream().map(RoadmapAction.Milestone::code).toList(),
        MOST_MILESTONES,
        "/milestones");
    Checks.each(
        plan.milestones(),
        "/milestones",
        (milestone, pointer) -> {
          Checks.code(milestone.code(), pointer + "/code");
          Checks.text(milestone.name(), LONGEST_TITLE, pointer + "/name");
        });
    Checks.distinct(plan.dependsOn(), MOST_DEPENDENCIES, "/dependsOn");
    Checks.each(
        plan.dependsOn(),
        "/dependsOn",
        (other, pointer) -> {
          if (!Ids.isWellFormed(Roadmap.PREFIX, other)) {
            throw UNKNOWN_DEPENDENCY.refuse("Name an action of the roadmap.", pointer);
          }
          if (other.equals(id)) {
            throw DEPENDS_ON_ITSELF.refuse("Leave it out.", pointer);
          }
        });
  }

  static void sameDate(Plan plan, RoadmapAction action) {
    if (!plan.due().equals(action.due())) {
      throw DATE_BY_UPDATE.refuse("Leave 'due' as it is, and give 'newDue' in an update.");
    }
  }

  static void check(RoadmapCommand.WriteUpdate update, RoadmapAction action, Instant at) {
    YearMonth month = month(update.month());
    if (month.isAfter(YearMonth.from(FiscalYears.day(at)))) {
      throw MONTH_TO_COME.refuse("Name this month or one before it.", "/month");
    }
    notLocked(update.month(), action);
    if (!update.status().canBeReported()) {
      throw NOT_A_STATUS.refuse("'" + update.status().code() + "' is none of them.", "/status");
    }
    Checks.text(update.progress(), LONGEST_TEXT, "/progress");
    update.reason().ifPresent(it -> Checks.text(it, LONGEST_TEXT, "/reason"));
    if ((update.status().needsReason() || update.newDue().isPresent())
        && update.reason().isEmpty()) {
      throw REASON_REQUIRED.refuse("Give it in a sentence or two.", "/reason");
    }
    List<String> codes =
        action.known().milestones().stream().map(RoadmapAction.Milestone::code).toList();
    Checks.distinct(update.reached(), MOST_MILESTONES, "/reached");
    Checks.each(
        update.reached(),
        "/reached",
        (code, pointer) -> {
          if (!codes.contains(code)) {
            throw UNKNOWN_MILESTONE.refuse("They are " + codes + ".", pointer);
          }
        });
  }

  static RoadmapAction.Update toSubmit(String month, RoadmapAction action) {
    month(month);
    notLocked(month, action);
    RoadmapAction.Update update =
        action
            .updateOf(month)
            .orElseThrow(() -> NO_UPDATE.refuse("Write it first, and mark it as ready."));
    if (update.state() != RoadmapAction.UpdateState.READY) {
      throw UPDATE_NOT_READY.refuse("Write it again with 'ready'.");
    }
    return update;
  }

  static RoadmapAction.DateChange requested(int number, RoadmapAction action) {
    return action
        .change(number)
        .filter(it -> it.state() == RoadmapAction.ChangeState.REQUESTED)
        .orElseThrow(() -> NO_SUCH_CHANGE.refuse("Requests have a number from 1 on."));
  }

  static void text(String text, String pointer) {
    Checks.text(text, LONGEST_TEXT, pointer);
  }

  private static void notLocked(String month, RoadmapAction action) {
    if (action
        .updateOf(month)
        .filter(it -> it.state() == RoadmapAction.UpdateState.SUBMITTED)
        .isPresent()) {
      throw UPDATE_LOCKED.refuse("Say what changed in the update of the next month.");
    }
  }

  private static YearMonth month(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException unreadable) {
      throw ILL_FORMED_MONTH.refuse("It has four digits, a hyphen and two digits.", "/month");
    }
  }

  /** Whether an action of that day has to wait for one that ends later. */
  static boolean isTooLate(Optional<LocalDate> due, LocalDate theirDue) {
    return due.filter(theirDue::isAfter).isPresent();
  }
}
