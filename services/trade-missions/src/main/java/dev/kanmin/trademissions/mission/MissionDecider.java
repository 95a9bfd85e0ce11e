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

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.Decider;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.trademissions.mission.MissionEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of a mission. A command that asks for what already is leads to no event; one that the
 * state or the plan forbids is refused by a rule of {@link MissionRules} or {@link PlanRules}.
 */
final class MissionDecider implements Decider<MissionCommand, MissionEvent, Mission> {
  private static final int LONGEST_REASON = 1_000;

  @Override
  public Mission initial() {
    return Mission.NONE;
  }

  @Override
  public List<MissionEvent> decide(MissionCommand command, Mission mission) {
    if (command instanceof ForTheMission own) {
      MissionRules.runBy(mission, own.by());
    }
    return switch (command) {
      case Draft draft -> draft(draft, mission);
      case Revise(var by, var plan) -> revise(plan, mission);
      case Announce(var by, var at) -> announce(mission, at);
      case Open(var by, var at) -> open(mission, at);
      case ExtendDeadline(var by, var deadline, var at) -> extend(mission, deadline, at);
      case StartSelection start -> startSelection(mission);
      case FinishSelection(var by, var at) -> finishSelection(mission, at);
      case Start(var by, var at) -> start(mission, at);
      case GiveReport(var by, var report) -> report(mission, report);
      case Postpone(var by, var reason) -> postpone(mission, reason);
      case Resume(var by, var stops, var deadline, var at) -> resume(mission, stops, deadline, at);
      case Cancel(var by, var reason) -> cancel(mission, reason);
      case Terminate(var by, var reason) -> terminate(mission, reason);
      case Apply apply -> Applications.apply(apply, mission);
      case Select(var by, var application) -> Applications.select(mission, application);
      case Waitlist(var by, var application) -> Applications.waitlist(mission, application);
      case Decline(var by, var application) -> Applications.decline(mission, application);
      case Withdraw withdraw ->
          withOffers(mission, Applications.withdraw(withdraw, mission), withdraw.at());
      case AcceptOffer accept -> Offers.accept(accept, mission);
      case DeclineOffer decline ->
          withOffers(mission, Offers.decline(decline, mission), decline.at());
      case LapseOffers(var at) -> withOffers(mission, Offers.lapse(mission, at), at);
    };
  }

  @Override
  public Mission evolve(Mission mission, MissionEvent event) {
    return switch (event) {
      case MissionDrafted(var state, var organiser, var plan) ->
          Mission.draft(organiser.orElseThrow(), plan.orElseThrow());
      case DraftRevised(var plan) -> mission.planned(plan.orElseThrow());
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
      case MissionResumed(var state) -> mission.in(state).because(Optional.empty());
      case MissionCancelled(var state, var reason) -> mission.in(state).because(reason);
      case MissionTerminated(var state, var reason) -> mission.in(state).because(reason);
      case ApplicationSubmitted(var id, var state, var company, var agency) ->
          mission.with(
              new Application(
                  id, company.orElseThrow(), agency.orElseThrow(), state, Optional.empty()));
      case ParticipantSelected(var id, var state) -> mission.changed(id, it -> it.in(state));
      case ApplicationWaitlisted(var id, var state) ->
          mission.changed(id, it -> it.in(state)).waitlisted(id);
      case ApplicationDeclined(var id, var state) -> mission.changed(id, it -> it.in(state));
      case ApplicationWithdrawn(var id, var state) -> mission.changed(id, it -> it.in(state));
      case PlaceOffered(var id, var replyBy) ->
          mission.changed(id, it -> it.with(new Offer(replyBy, OfferState.OFFERED)));
      case OfferAccepted(var id) -> offer(mission, id, OfferState.ACCEPTED);
      case OfferDeclined(var id) -> offer(mission, id, OfferState.DECLINED);
      case OfferLapsed(var id) -> offer(mission, id, OfferState.LAPSED);
      case OfferWithdrawn(var id) -> offer(mission, id, OfferState.WITHDRAWN);
    };
  }

  private static Mission offer(Mission mission, String application, OfferState state) {
    return mission.changed(
        application, it -> it.offer().map(offer -> it.with(offer.in(state))).orElse(it));
  }

  private static List<MissionEvent> draft(Draft draft, Mission mission) {
    if (mission.exists()) {
      throw MissionRules.ALREADY_DRAFTED.refuse("Revise it instead.");
    }
    PlanRules.check(draft.plan(), draft.by());
    return List.of(new MissionDrafted(DRAFT, Optional.of(draft.by()), Optional.of(draft.plan())));
  }

  private static List<MissionEvent> revise(MissionPlan plan, Mission mission) {
    MissionRules.inState(mission, "revised", DRAFT);
    PlanRules.check(plan, mission.organiser());
    return plan.equals(mission.plan()) ? List.of() : List.of(new DraftRevised(Optional.of(plan)));
  }

  private static List<MissionEvent> announce(Mission mission, Instant at) {
    if (mission.state() == ANNOUNCED) {
      return List.of();
    }
    MissionRules.inState(mission, "announced", DRAFT);
    MissionRules.readyToAnnounce(mission.plan());
    MissionRules.firstDayNotOver(mission.plan(), at);
    return List.of(snapshot(mission));
  }

  private static MissionAnnounced snapshot(Mission mission) {
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
        plan.supporters(),
        plan.office().orElseThrow(),
        plan.capacity(),
        plan.booths(),
        plan.deadline(),
        plan.fee(),
        plan.languages(),
        plan.references());
  }

  private static List<MissionEvent> open(Mission mission, Instant at) {
    if (mission.state() == OPEN) {
      return List.of();
    }
    MissionRules.inState(mission, "opened", ANNOUNCED);
    MissionRules.applicationsAreWelcome(mission);
    MissionRules.readyToOpen(mission);
    MissionRules.deadlineNotPassed(mission.plan(), at);
    return List.of(new MissionOpened(OPEN));
  }

  private static List<MissionEvent> extend(Mission mission, Deadline deadline, Instant at) {
    MissionRules.inState(mission, "given a later deadline", ANNOUNCED, OPEN);
    MissionRules.applicationsAreWelcome(mission);
    if (mission.plan().deadline().equals(Optional.of(deadline))) {
      return List.of();
    }
    boolean earlier =
        mission.plan().deadline().filter(now -> !deadline.at().isAfter(now.at())).isPresent();
    if (earlier || !deadline.at().isAfter(at)) {
      throw MissionRules.DEADLINE_NOT_LATER.refuse(
          "It stands at "
              + mission.plan().deadline().map(now -> now.at().toString()).orElse("no time yet")
              + ".",
          "/deadline/at");
    }
    PlanRules.deadline(deadline, mission.plan().stops(), "/deadline");
    return List.of(new DeadlineExtended(deadline));
  }

  private static List<MissionEvent> startSelection(Mission mission) {
    if (mission.state() == SELECTING) {
      return List.of();
    }
    MissionRules.inState(mission, "closed to applications", OPEN);
    return List.of(new SelectionStarted(SELECTING));
  }

  private List<MissionEvent> finishSelection(Mission mission, Instant at) {
    if (mission.state() == SELECTED) {
      return List.of();
    }
    MissionRules.inState(mission, "declared selected", SELECTING);
    Applications.allDecided(mission);
    return withOffers(mission, List.of(new SelectionFinished(SELECTED)), at);
  }

  private static List<MissionEvent> start(Mission mission, Instant at) {
    if (mission.state() == UNDERWAY) {
      return List.of();
    }
    MissionRules.inState(
        mission, "started", mission.kind().companiesApply() ? SELECTED : ANNOUNCED);
    MissionRules.firstDayHasCome(mission.plan(), at);
    return takingOffersBack(new MissionStarted(UNDERWAY), mission);
  }

  private static List<MissionEvent> report(Mission mission, Report report) {
    if (mission.state() == REPORTED && mission.report().equals(Optional.of(report))) {
      return List.of();
    }
    MissionRules.inState(mission, "reported on", UNDERWAY);
    PlanRules.report(report, mission.kind());
    return List.of(new MissionReported(REPORTED, Optional.of(report)));
  }

  private static List<MissionEvent> postpone(Mission mission, LocalizedText reason) {
    if (mission.state() == POSTPONED) {
      return List.of();
    }
    MissionRules.inState(mission, "postponed", ANNOUNCED, OPEN, SELECTING, SELECTED);
    PlanRules.text(reason, LONGEST_REASON, "/reason");
    return takingOffersBack(new MissionPostponed(POSTPONED, Optional.of(reason)), mission);
  }

  private List<MissionEvent> resume(
      Mission mission, List<Stop> stops, Optional<Deadline> deadline, Instant at) {
    MissionRules.inState(mission, "resumed", POSTPONED);
    MissionState next = mission.resumesIn().orElseThrow();
    if (deadline.isPresent() && next != ANNOUNCED && next != OPEN) {
      throw MissionRules.NOT_IN_THIS_STATE.refuse(
          "Applications were closed before it was postponed; leave the deadline out.", "/deadline");
    }
    PlanRules.itinerary(stops);
    List<Stop> newStops = stops.isEmpty() ? mission.plan().stops() : stops;
    MissionPlan newPlan =
        mission.plan().rescheduled(newStops, deadline.or(mission.plan()::deadline));
    PlanRules.check(newPlan, mission.organiser());
    MissionRules.firstDayNotOver(newPlan, at);
    if (next == OPEN) {
      MissionRules.deadlineNotPassed(newPlan, at);
    }
    List<MissionEvent> events = new ArrayList<>();
    if (!newPlan.equals(mission.plan())) {
      events.add(
          new MissionRescheduled(newPlan.period().orElseThrow(), newStops, newPlan.deadline()));
    }
    events.add(new MissionResumed(next));
    return withOffers(mission, events, at);
  }

  private static List<MissionEvent> cancel(Mission mission, LocalizedText reason) {
    if (mission.state() == CANCELLED) {
      return List.of();
    }
    MissionRules.inState(
        mission, "cancelled", DRAFT, ANNOUNCED, OPEN, SELECTING, SELECTED, POSTPONED);
    PlanRules.text(reason, LONGEST_REASON, "/reason");
    return takingOffersBack(new MissionCancelled(CANCELLED, Optional.of(reason)), mission);
  }

  private static List<MissionEvent> terminate(Mission mission, LocalizedText reason) {
    if (mission.state() == TERMINATED) {
      return List.of();
    }
    MissionRules.inState(mission, "terminated", UNDERWAY);
    PlanRules.text(reason, LONGEST_REASON, "/reason");
    return List.of(new MissionTerminated(TERMINATED, Optional.of(reason)));
  }

  private static List<MissionEvent> takingOffersBack(MissionEvent event, Mission mission) {
    return Stream.concat(Stream.of(event), Offers.takeBack(mission).stream()).toList();
  }

  /** Places that are free after these events go to the next in line. */
  private List<MissionEvent> withOffers(Mission before, List<MissionEvent> events, Instant at) {
    Mission after = before;
    for (MissionEvent event : events) {
      after = evolve(after, event);
    }
    return Stream.concat(events.stream(), Offers.offerFreePlaces(after, at).stream()).toList();
  }
}
