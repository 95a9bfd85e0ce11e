package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.MissionState.ANNOUNCED;
import static dev.kanmin.trademissions.mission.MissionState.CANCELLED;
import static dev.kanmin.trademissions.mission.MissionState.DRAFT;
import static dev.kanmin.trademissions.mission.MissionState.OPEN;
import static dev.kanmin.trademissions.mission.MissionState.POSTPONED;
import static dev.kanmin.trademissions.mission.MissionState.REPORTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTING;
import static dev.kanmin.trademissions.mission.MissionState.TERMINATED;
import static dev.kanmin.trademissions.mission.MissionState.UNDERWAY;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.trademissions.mission.MissionEvent.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command leads to once {@link MissionLifeCycle} or {@link ApplicationLifeCycle} admits it,
 * and the rules that need more than the mission and the time.
 */
final class MissionDecider implements Decider<MissionCommand, MissionEvent, Mission> {
  private static final int LONGEST_REASON = 1_000;

  @Override
  public Mission initial() {
    return Mission.NONE;
  }

  @Override
  public List<MissionEvent> decide(
      MissionCommand command, Mission mission, CommandContext context) {
    boolean admitted =
        command instanceof ToApplication one
            ? ApplicationLifeCycle.TABLE.admits(one, mission.find(one.application()), context)
            : MissionLifeCycle.TABLE.admits(command, mission, context);
    return admitted ? events(command, mission, context.by(), context.at()) : List.of();
  }

  private List<MissionEvent> events(
      MissionCommand command, Mission mission, AgencyCode by, Instant at) {
    return switch (command) {
      case Draft(var plan) -> draft(plan, by);
      case RecordPast past -> past(past, by, at);
      case Revise(var plan) -> revise(plan, mission);
      case Announce() -> List.of(announced(mission));
      case Open() -> List.of(new MissionOpened(OPEN));
      case ExtendDeadline(var deadline) -> extend(deadline, mission, at);
      case StartSelection() -> List.of(new SelectionStarted(SELECTING));
      case FinishSelection() -> offering(mission, at, new SelectionFinished(SELECTED));
      case Start() -> takingOffersBack(mission, new MissionStarted(UNDERWAY));
      case GiveReport(var report) -> report(report, mission);
      case Postpone(var reason) ->
          takingOffersBack(mission, new MissionPostponed(POSTPONED, checked(reason)));
      case Resume(var stops, var deadline) -> resume(mission, stops, deadline, at);
      case Reschedule(var stops, var deadline) -> reschedule(mission, stops, deadline, at);
      case Amend amend -> amend(amend, mission, at);
      case Cancel(var reason) ->
          takingOffersBack(mission, new MissionCancelled(CANCELLED, checked(reason)));
      case Terminate(var reason) -> List.of(new MissionTerminated(TERMINATED, checked(reason)));
      case Apply apply -> apply(apply, mission, by);
      case FollowCompany followed -> offering(mission, at, MergedApplicants.of(followed, mission));
      case Select(var id) -> List.of(selected(mission, id));
      case Waitlist(var id) -> List.of(new ApplicationWaitlisted(id, ApplicationState.WAITLISTED));
      case Decline(var id, var because) -> decline(id, because);
      case Withdraw(var id) -> offering(mission, at, withdraw(mission.find(id).application()));
      case AcceptOffer(var id) -> List.of(new OfferAccepted(id), selected(mission, id));
      case DeclineOffer(var id) ->
          offering(
              mission,
              at,
              new OfferDeclined(id),
              new ApplicationWithdrawn(id, ApplicationState.WITHDRAWN));
      case LapseOffers() -> offering(mission, at, PlaceOffers.lapsed(mission, at));
    };
  }

  @Override
  public Mission evolve(Mission mission, MissionEvent event) {
    return switch (event) {
      case MissionDrafted(var state, var organiser, var plan) ->
          Mission.draft(organiser.orElseThrow(), plan.orElseThrow());
      case DraftRevised(var plan) -> mission.planned(plan.orElseThrow());
      case PastMissionRecorded past ->
          Mission.past(
              past.organiser(),
              past.plan().orElseThrow(),
              new PastMission(past.participants()),
              past.report());
      case MissionAnnounced announced -> mission.in(announced.state());
      case MissionOpened(var state) -> mission.in(state);
      case DeadlineExtended(var deadline) ->
          mission.planned(
              mission.plan().rescheduled(mission.plan().stops(), Optional.of(deadline)));
      case SelectionStarted(var state) -> mission.in(state);
      case SelectionFinished(var state) -> mission.in(state);
      case MissionStarted(var state) -> mission.in(state);
      case MissionReported(var state, var report) -> mission.in(state).reporting(report);
      case MissionPostponed(var state, var reason) -> mission.in(state).because(reason);
      case MissionRescheduled(var period, var stops, var deadline) ->
          mission.planned(mission.plan().rescheduled(stops, deadline));
      case MissionAmended amended ->
          mission.amended(
              mission
                  .plan()
                  .amended(
                      amended.title(),
                      amended.fields(),
                      amended.stops(),
                      amended.capacity(),
                      amended.fee()),
              new Amendment(amended.changed(), amended.reason()));
      case MissionResumed(var state) -> mission.in(state).because(Optional.empty());
      case MissionCancelled(var state, var reason) -> mission.in(state).because(reason);
      case MissionTerminated(var state, var reason) -> mission.in(state).because(reason);
      case ApplicationSubmitted submitted -> mission.with(application(submitted, mission));
      case ParticipantSelected(var id, var state, var companyId) ->
          mission.changed(id, it -> it.in(state));
      case ApplicationWaitlisted(var id, var state) ->
          mission.changed(id, it -> it.in(state)).waitlisted(id);
      case ApplicationDeclined(var id, var state, var because) ->
          mission.changed(id, it -> it.declined(state, because));
      case ApplicationWithdrawn(var id, var state) -> mission.changed(id, it -> it.in(state));
      case ApplicantMerged(var id, var companyId, var company) ->
          mission.changed(id, it -> it.of(companyId, company));
      case PlaceOffered(var id, var replyBy) -> mission.changed(id, it -> it.offered(replyBy));
      case OfferAccepted(var id) -> mission.changed(id, it -> it.offer(OfferState.ACCEPTED));
      case OfferDeclined(var id) -> mission.changed(id, it -> it.offer(OfferState.DECLINED));
      case OfferLapsed(var id) -> mission.changed(id, it -> it.offer(OfferState.LAPSED));
      case OfferWithdrawn(var id) -> mission.changed(id, it -> it.offer(OfferState.WITHDRAWN));
    };
  }

  private static List<MissionEvent> draft(MissionPlan plan, AgencyCode by) {
    PlanChecks.check(plan, by);
    return List.of(new MissionDrafted(DRAFT, Optional.of(by), Optional.of(plan)));
  }

  /** On the last day, counted at the last stop, it is not over. */
  private static List<MissionEvent> past(RecordPast past, AgencyCode by, Instant at) {
    MissionPlan plan = past.plan();
    within("/plan", () -> PlanChecks.check(plan, by));
    Mission mission = Mission.past(by, plan, new PastMission(past.participants()), past.report());
    MissionRules.NOT_READY_TO_ANNOUNCE.check(MissionRules.lackingToAnnounce(mission));
    if (plan.stops().stream().anyMatch(stop -> stop.ends().isAfter(at))) {
      throw MissionRules.NOT_OVER_YET.refuse("Draft and announce it instead.", "/plan/stops");
    }
    Checks.count(past.participants(), PlanChecks.MOST_PLACES, "/participants");
    past.report()
        .ifPresent(report -> within("/report", () -> PlanChecks.report(report, mission.kind())));
    return List.of(
        new PastMissionRecorded(
            REPORTED,
            plan.kind(),
            plan.title(),
            plan.markets(),
            plan.fields(),
            plan.period().orElseThrow(),
            plan.stops(),
            by,
            plan.coOrganisers(),
            plan.supporters(),
            past.participants(),
            Optional.of(plan),
            past.report()));
  }

  private static void within(String place, Runnable checks) {
    try {
      checks.run();
    } catch (Refusal refused) {
      throw refused.below(place);
    }
  }

  private static List<MissionEvent> revise(MissionPlan plan, Mission mission) {
    PlanChecks.check(plan, mission.organiser());
    return plan.equals(mission.plan()) ? List.of() : List.of(new DraftRevised(Optional.of(plan)));
  }

  private static MissionAnnounced announced(Mission mission) {
    MissionPlan plan = mission.plan();
    return new MissionAnnounced(
        ANNOUNCED,
        plan.kind(),
        plan.title(),
        plan.markets(),
        plan.fields(),
        plan.period().orElseThrow(),
        plan.stops(),
        mission.organiser(),
        plan.coOrganisers(),
        plan.supporters(),
        plan.office().orElseThrow(),
        plan.capacity(),
        plan.booths(),
        plan.deadline(),
        plan.fee(),
        plan.languages(),
        plan.references());
  }

  private static List<MissionEvent> extend(Deadline deadline, Mission mission, Instant at) {
    Optional<Deadline> now = mission.plan().deadline();
    if (now.equals(Optional.of(deadline))) {
      return List.of();
    }
    boolean later = now.map(it -> deadline.at().isAfter(it.at())).orElse(true);
    if (!later || !deadline.at().isAfter(at)) {
      throw MissionRules.DEADLINE_NOT_LATER.refuse(
          "It stands at " + now.map(it -> it.at().toString()).orElse("no time yet") + ".",
          "/deadline/at");
    }
    PlanChecks.deadline(deadline, mission.plan());
    return List.of(new DeadlineExtended(deadline));
  }

  private static List<MissionEvent> report(MissionReport report, Mission mission) {
    PlanChecks.report(report, mission.kind());
    return List.of(new MissionReported(REPORTED, Optional.of(report)));
  }

  private List<MissionEvent> resume(
      Mission mission, List<Stop> stops, Optional<Deadline> deadline, Instant at) {
    MissionState next = mission.resumesIn().orElseThrow();
    MissionResumed resumed = new MissionResumed(next);
    return offering(
        mission,
        at,
        Rescheduling.of(mission, next, stops, deadline, at)
            .map(moved -> List.of(moved, resumed))
            .orElse(List.of(resumed)));
  }

  /** Offers that would end after the mission begins are made anew, with an earlier end. */
  private List<MissionEvent> reschedule(
      Mission mission, List<Stop> stops, Optional<Deadline> deadline, Instant at) {
    return Rescheduling.of(mission, mission.state(), stops, deadline, at)
        .map(
            moved ->
                offering(
                    mission, at, with(moved, PlaceOffers.takenBackFrom(evolve(mission, moved)))))
        .orElse(List.of());
  }

  /** More places go to the waitlist at once. */
  private List<MissionEvent> amend(Amend amend, Mission mission, Instant at) {
    return Amending.of(mission, amend, amend.reason().flatMap(MissionDecider::checked))
        .map(amended -> offering(mission, at, amended))
        .orElse(List.of());
  }

  private static Application application(ApplicationSubmitted submitted, Mission mission) {
    return new Application(
        submitted.application(),
        submitted.companyId(),
        submitted.company(),
        submitted.submittedBy().orElseThrow(),
        submitted.state(),
        Optional.empty(),
        submitted.details(),
        Optional.empty(),
        Optional.of(mission.amendments().size()).filter(before -> before > 0));
  }

  private static ParticipantSelected selected(Mission mission, String id) {
    return new ParticipantSelected(
        id, ApplicationState.SELECTED, mission.find(id).application().companyId());
  }

  private static List<MissionEvent> decline(String id, Declined because) {
    because.check();
    return List.of(new ApplicationDeclined(id, ApplicationState.DECLINED, Optional.of(because)));
  }

  private static List<MissionEvent> apply(Apply apply, Mission mission, AgencyCode by) {
    if (apply.companyId().isEmpty() && apply.company().isEmpty()) {
      throw MissionRules.COMPANY_NEEDED.refuse(
          "Give its companyId of the directory, or company, its corporate number.", "/companyId");
    }
    apply.details().check();
    mission.applications().stream()
        .filter(it -> it.isOf(apply.companyId(), apply.company()) && it.state().isActive())
        .findFirst()
        .ifPresent(
            earlier -> {
              boolean known = new MissionApplication(mission, earlier).isVisibleTo(by);
              throw MissionRules.COMPANY_ALREADY_APPLIED.refuse(
                  "Its application is "
                      + earlier.state().code()
                      + (known ? " as " + earlier.id() : "")
                      + ". It can apply again once that is withdrawn.",
                  apply.company().isPresent() ? "/company" : "/companyId");
            });
    return List.of(
        new ApplicationSubmitted(
            apply.application(),
            ApplicationState.SUBMITTED,
            apply.companyId(),
            apply.company(),
            Optional.of(by),
            Optional.of(apply.details())));
  }

  private static List<MissionEvent> withdraw(Application application) {
    var withdrawn = new ApplicationWithdrawn(application.id(), ApplicationState.WITHDRAWN);
    return application.hasOffer(OfferState.OFFERED)
        ? List.of(new OfferWithdrawn(application.id()), withdrawn)
        : List.of(withdrawn);
  }

  private static Optional<LocalizedText> checked(LocalizedText reason) {
    Checks.text(reason, LONGEST_REASON, "/reason");
    return Optional.of(reason);
  }

  private static List<MissionEvent> takingOffersBack(Mission mission, MissionEvent event) {
    return with(event, PlaceOffers.takenBack(mission));
  }

  private List<MissionEvent> offering(Mission before, Instant at, MissionEvent... events) {
    return offering(before, at, List.of(events));
  }

  /** Places that are free after these events go to the next in line. */
  private List<MissionEvent> offering(
      Mission before, Instant at, List<? extends MissionEvent> events) {
    Mission after = before;
    for (MissionEvent event : events) {
      after = evolve(after, event);
    }
    return Stream.concat(events.stream(), PlaceOffers.ofFreePlaces(after, at).stream()).toList();
  }

  private static List<MissionEvent> with(MissionEvent event, List<? extends MissionEvent> more) {
    return Stream.concat(Stream.of(event), more.stream()).toList();
  }
}
