package dev.kanmin.trademissions.meeting;

import static dev.kanmin.trademissions.meeting.MeetingPlanState.CANCELLED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.CLOSED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.PLANNED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.PREPARING;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.PUBLISHED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.SEARCHING;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.trademissions.meeting.MeetingPlanCommand.*;
import java.util.List;

/** What may be done with a meeting plan, when and by whom. */
final class MeetingPlanLifeCycle {
  static final String KIND = "meeting-plan";
  static final String SCOPE = "meetings:write";

  private static final List<Role<MeetingPlan>> OWN =
      List.of(
          new Role<>("organiser", MeetingPlan::isOrganisedBy),
          new Role<>("co-organiser", MeetingPlan::isCoOrganisedBy));

  static final LifeCycle<MeetingPlanCommand, MeetingPlan> TABLE =
      LifeCycle.of(KIND, SCOPE, MeetingPlan::state, MeetingRules.NOT_IN_THIS_STATE)
          .others(MeetingRules.NOT_YOUR_PLAN)
          .with(
              verb("prepare", Prepare.class)
                  .to(PREPARING)
                  .unless(MeetingRules.ALREADY_PREPARED, MeetingRules::prepared),
              verb("set-up", SetUp.class).from(PREPARING, PLANNED, PUBLISHED).by(OWN),
              verb("ask", Ask.class).from(PREPARING, PLANNED, PUBLISHED).by(OWN),
              verb("withdraw-requests", WithdrawRequests.class)
                  .from(PREPARING, PLANNED, PUBLISHED)
                  .by(OWN),
              verb("search", Look.class)
                  .from(PREPARING, PLANNED, PUBLISHED)
                  .to(SEARCHING)
                  .by(OWN)
                  .unless(MeetingRules.NOTHING_TO_PLAN, MeetingRules::lackingToSearch),
              verb("stop", StopSearch.class).from(SEARCHING).by(OWN),
              verb("take-plan", TakePlan.class).from(SEARCHING).to(PLANNED).internal(),
              verb("pin", Pin.class).from(PREPARING, PLANNED, PUBLISHED).by(OWN),
              verb("unpin", Unpin.class).from(PREPARING, PLANNED, PUBLISHED).by(OWN),
              verb("note-no-show", NoteNoShow.class).from(PLANNED, PUBLISHED).by(OWN),
              verb("publish", Publish.class).from(PLANNED).to(PUBLISHED).by(OWN).repeatable(),
              verb("note-attendance", NoteAttendance.class).from(PLANNED, PUBLISHED).by(OWN),
              verb("close", Close.class).from(PUBLISHED).to(CLOSED).by(OWN).repeatable(),
              verb("cancel", CancelPlan.class)
                  .from(PREPARING, PLANNED, PUBLISHED)
                  .to(CANCELLED)
                  .by(OWN)
                  .repeatable());

  private MeetingPlanLifeCycle() {}

  private static <K extends MeetingPlanCommand> Row<K, MeetingPlan> verb(
      String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
