package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.MissionState.ANNOUNCED;
import static dev.kanmin.trademissions.mission.MissionState.CANCELLED;
import static dev.kanmin.trademissions.mission.MissionState.OPEN;
import static dev.kanmin.trademissions.mission.MissionState.POSTPONED;
import static dev.kanmin.trademissions.mission.MissionState.REPORTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTING;
import static dev.kanmin.trademissions.mission.MissionState.TERMINATED;
import static dev.kanmin.trademissions.mission.MissionState.UNDERWAY;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mission of companies from its opening on, told once more and as plainly as can be: no events,
 * one mutable thing, every rule a line. What the decider makes of a command must be what this does.
 */
final class MissionModel {
  /** What becomes of a command. */
  enum Outcome {
    REFUSED,
    ALREADY_SO,
    DONE
  }

  private static final Set<MissionState> BEFORE_THE_START =
      EnumSet.of(ANNOUNCED, OPEN, SELECTING, SELECTED);

  private final int places;
  private final Set<AgencyCode> agencies;
  private final Instant deadline;
  private final Instant begins;
  private final LocalDate firstDay;
  private final ZoneId firstZone;
  private final Duration replyTime;

  private MissionState state = OPEN;
  private MissionState postponedFrom = OPEN;
  private final Map<String, Applicant> applicants = new LinkedHashMap<>();
  private final List<Applicant> waitlist = new ArrayList<>();

  private static final class Applicant {
    Object company;
    AgencyCode agency;
    String state = "submitted";
    String offer = "none";
    Instant replyBy = Instant.MAX;

    boolean isIn(String... states) {
      return List.of(states).contains(state);
    }

    boolean isAsked() {
      return offer.equals("offered");
    }
  }

  /**
   * @param opened a mission that is open and has no application
   */
  MissionModel(Mission opened) {
    MissionPlan plan = opened.plan();
    places = plan.capacity().orElseThrow();
    agencies = Set.copyOf(opened.agencies());
    deadline = plan.deadline().orElseThrow().at();
    begins = plan.begins().orElseThrow();
    firstDay = plan.stops().getFirst().from();
    firstZone = plan.stops().getFirst().zone();
    replyTime = Duration.ofDays(plan.offerReplyDays().orElse(7));
  }

  Outcome take(MissionCommand command) {
    if (command instanceof ForTheMission own && !agencies.contains(own.by())) {
      return Outcome.REFUSED;
    }
    return switch (command) {
      case Apply apply -> apply(apply);
      case StartSelection start -> move(SELECTING, state == OPEN);
      case Select select -> select(applicants.get(select.application()));
      case Waitlist list -> waitlist(applicants.get(list.application()));
      case Decline decline -> decline(applicants.get(decline.application()));
      case Withdraw withdraw -> withdraw(withdraw);
      case FinishSelection(var by, var at) ->
          offering(at, move(SELECTED, state == SELECTING && nobodyIsUndecided()));
      case AcceptOffer accept -> accept(accept);
      case DeclineOffer decline -> declineOffer(decline);
      case LapseOffers(var at) -> offering(at, lapse(at));
      case Postpone postpone -> postpone();
      case Resume(var by, var stops, var newDeadline, var at) -> offering(at, resume(at));
      case Start(var by, var at) ->
          takingBack(move(UNDERWAY, state == SELECTED && !at.isBefore(begins)));
      case GiveReport report -> move(REPORTED, state == UNDERWAY);
      case Terminate terminate -> move(TERMINATED, state == UNDERWAY);
      case Cancel cancel ->
          takingBack(move(CANCELLED, BEFORE_THE_START.contains(state) || state == POSTPONED));
      case Draft draft -> throw new IllegalArgumentException("not modelled");
      case Revise revise -> throw new IllegalArgumentException("not modelled");
      case Announce announce -> throw new IllegalArgumentException("not modelled");
      case Open open -> throw new IllegalArgumentException("not modelled");
      case ExtendDeadline extend -> throw new IllegalArgumentException("not modelled");
    };
  }

  private Outcome move(MissionState to, boolean allowed) {
    if (state == to) {
      return Outcome.ALREADY_SO;
    }
    if (!allowed) {
      return Outcome.REFUSED;
    }
    state = to;
    return Outcome.DONE;
  }

  private Outcome apply(Apply apply) {
    boolean again =
        applicants.values().stream()
            .anyMatch(
                it ->
                    it.company.equals(apply.company())
                        && it.isIn("submitted", "selected", "waitlisted"));
    if (state != OPEN || apply.at().isAfter(deadline) || again) {
      return Outcome.REFUSED;
    }
    Applicant applicant = new Applicant();
    applicant.company = apply.company();
    applicant.agency = apply.by();
    applicants.put(apply.application(), applicant);
    return Outcome.DONE;
  }

  private Outcome select(Applicant applicant) {
    if ((state != SELECTING && state != SELECTED) || applicant == null) {
      return Outcome.REFUSED;
    }
    boolean can = applicant.isIn("submitted", "waitlisted") && !applicant.isAsked() && free() > 0;
    return becomes(applicant, "selected", can);
  }

  private Outcome waitlist(Applicant applicant) {
    if (state != SELECTING || applicant == null) {
      return Outcome.REFUSED;
    }
    Outcome outcome = becomes(applicant, "waitlisted", applicant.isIn("submitted"));
    if (outcome == Outcome.DONE) {
      waitlist.add(applicant);
    }
    return outcome;
  }

  private Outcome decline(Applicant applicant) {
    if ((state != SELECTING && state != SELECTED) || applicant == null) {
      return Outcome.REFUSED;
    }
    boolean can = applicant.isIn("submitted", "waitlisted") && !applicant.isAsked();
    return becomes(applicant, "declined", can);
  }

  private static Outcome becomes(Applicant applicant, String state, boolean allowed) {
    if (applicant.state.equals(state)) {
      return Outcome.ALREADY_SO;
    }
    if (!allowed) {
      return Outcome.REFUSED;
    }
    applicant.state = state;
    return Outcome.DONE;
  }

  private Outcome withdraw(Withdraw withdraw) {
    Applicant applicant = own(withdraw);
    if (applicant == null) {
      return Outcome.REFUSED;
    }
    boolean can =
        EnumSet.of(OPEN, SELECTING, SELECTED, POSTPONED).contains(state)
            && applicant.isIn("submitted", "selected", "waitlisted");
    Outcome outcome = becomes(applicant, "withdrawn", can);
    if (outcome == Outcome.DONE && applicant.isAsked()) {
      applicant.offer = "withdrawn";
    }
    return outcome == Outcome.DONE ? offering(withdraw.at(), outcome) : outcome;
  }

  private Outcome accept(AcceptOffer accept) {
    Applicant applicant = own(accept);
    if (applicant != null && applicant.offer.equals("accepted")) {
      return Outcome.ALREADY_SO;
    }
    if (applicant == null || !applicant.isAsked() || applicant.replyBy.isBefore(accept.at())) {
      return Outcome.REFUSED;
    }
    applicant.offer = "accepted";
    applicant.state = "selected";
    return Outcome.DONE;
  }

  private Outcome declineOffer(DeclineOffer decline) {
    Applicant applicant = own(decline);
    Outcome outcome;
    if (applicant != null && applicant.offer.equals("declined")) {
      outcome = Outcome.ALREADY_SO;
    } else if (applicant == null || !applicant.isAsked()) {
      return Outcome.REFUSED;
    } else {
      applicant.offer = "declined";
      applicant.state = "withdrawn";
      outcome = Outcome.DONE;
    }
    return offering(decline.at(), outcome);
  }

  private Outcome lapse(Instant at) {
    Outcome outcome = Outcome.ALREADY_SO;
    for (Applicant applicant : applicants.values()) {
      if (applicant.isAsked() && applicant.replyBy.isBefore(at)) {
        applicant.offer = "lapsed";
        outcome = Outcome.DONE;
      }
    }
    return outcome;
  }

  private Outcome postpone() {
    MissionState before = state;
    Outcome outcome = takingBack(move(POSTPONED, BEFORE_THE_START.contains(state)));
    if (outcome == Outcome.DONE) {
      postponedFrom = before;
    }
    return outcome;
  }

  private Outcome resume(Instant at) {
    boolean tooLate =
        firstDay.isBefore(LocalDate.ofInstant(at, firstZone))
            || (postponedFrom == OPEN && at.isAfter(deadline));
    if (state != POSTPONED || tooLate) {
      return Outcome.REFUSED;
    }
    state = postponedFrom;
    return Outcome.DONE;
  }

  /** The applicant, for its own agency or the mission's. */
  private Applicant own(ForTheApplicant command) {
    Applicant applicant = applicants.get(command.application());
    boolean may =
        applicant != null
            && (applicant.agency.equals(command.by()) || agencies.contains(command.by()));
    return may ? applicant : null;
  }

  private Outcome takingBack(Outcome outcome) {
    if (outcome == Outcome.DONE) {
      applicants.values().stream()
          .filter(Applicant::isAsked)
          .forEach(asked -> asked.offer = "withdrawn");
    }
    return outcome;
  }

  /** Whoever is first in line is asked, as long as a place is free. */
  private Outcome offering(Instant at, Outcome outcome) {
    if (outcome == Outcome.REFUSED || state != SELECTED || !at.isBefore(begins)) {
      return outcome;
    }
    Outcome after = outcome;
    for (Applicant next : waitlist) {
      boolean waits = next.isIn("waitlisted") && Set.of("none", "withdrawn").contains(next.offer);
      if (waits && free() > 0) {
        next.offer = "offered";
        next.replyBy = at.plus(replyTime).isBefore(begins) ? at.plus(replyTime) : begins;
        after = Outcome.DONE;
      }
    }
    return after;
  }

  private long free() {
    return places
        - applicants.values().stream().filter(it -> it.isIn("selected") || it.isAsked()).count();
  }

  private boolean nobodyIsUndecided() {
    return applicants.values().stream().noneMatch(it -> it.isIn("submitted"));
  }

  /** Everything that both sides know, to be compared. */
  Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    told.put("mission", state.code());
    applicants.forEach(
        (id, it) ->
            told.put(id, it.state + " " + it.offer + (it.isAsked() ? " until " + it.replyBy : "")));
    return told;
  }

  /** The same of the real mission. */
  static Map<String, String> told(Mission mission) {
    Map<String, String> told = new TreeMap<>();
    told.put("mission", mission.state().code());
    for (Application application : mission.applications()) {
      String offer = application.offer().map(it -> it.state().code()).orElse("none");
      String until =
          application.hasOpenOffer() ? " until " + application.offer().orElseThrow().replyBy() : "";
      told.put(application.id(), application.state().code() + " " + offer + until);
    }
    return told;
  }
}
