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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private Stop first;
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
    agencies =
        Stream.concat(Stream.of(opened.organiser()), opened.plan().coOrganisers().stream())
            .collect(Collectors.toUnmodifiableSet());
    deadline = plan.deadline().orElseThrow().at();
    first = plan.stops().getFirst();
    replyTime = Duration.ofDays(plan.offerReplyDays().orElse(7));
  }

  Outcome take(MissionCommand command, AgencyCode by, Instant at) {
    return switch (command) {
      case Apply apply -> apply(apply, by, at);
      case Withdraw(var id) -> withdraw(own(id, by), at);
      case AcceptOffer(var id) -> accept(own(id, by), at);
      case DeclineOffer(var id) -> declineOffer(own(id, by), at);
      case LapseOffers() -> lapse(at);
      default -> agencies.contains(by) ? takeOwn(command, at) : Outcome.REFUSED;
    };
  }

  private Outcome takeOwn(MissionCommand command, Instant at) {
    return switch (command) {
      case StartSelection() -> move(SELECTING, state == OPEN);
      case Select(var id) -> select(applicants.get(id));
      case Waitlist(var id) -> waitlist(applicants.get(id));
      case Decline(var id, var because) -> decline(applicants.get(id));
      case FinishSelection() ->
          offering(at, move(SELECTED, state == SELECTING && nobodyIsUndecided()));
      case Postpone postpone -> postpone();
      case Resume resume -> offering(at, resume(at));
      case Reschedule(var stops, var newDeadline) -> reschedule(stops.getFirst(), at);
      case Start() -> takingBack(move(UNDERWAY, state == SELECTED && !at.isBefore(begins())));
      case GiveReport report -> move(REPORTED, state == UNDERWAY);
      case Terminate terminate -> move(TERMINATED, state == UNDERWAY);
      case Cancel cancel ->
          takingBack(move(CANCELLED, BEFORE_THE_START.contains(state) || state == POSTPONED));
      default -> throw new IllegalArgumentException("not modelled");
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

  private Outcome apply(Apply apply, AgencyCode by, Instant at) {
    boolean again =
        applicants.values().stream()
            .anyMatch(
                it ->
                    it.company.equals(apply.company().orElseThrow())
                        && it.isIn("submitted", "selected", "waitlisted"));
    if (state != OPEN || at.isAfter(deadline) || again) {
      return Outcome.REFUSED;
    }
    Applicant applicant = new Applicant();
    applicant.company = apply.company().orElseThrow();
    applicant.agency = by;
    applicants.put(apply.application(), applicant);
    return Outcome.DONE;
  }

  private Outcome select(@Nullable Applicant applicant) {
    if ((state != SELECTING && state != SELECTED) || applicant == null) {
      return Outcome.REFUSED;
    }
    boolean can = applicant.isIn("submitted", "waitlisted") && !applicant.isAsked() && free() > 0;
    return becomes(applicant, "selected", can);
  }

  private Outcome waitlist(@Nullable Applicant applicant) {
    if (state != SELECTING || applicant == null) {
      return Outcome.REFUSED;
    }
    Outcome outcome = becomes(applicant, "waitlisted", applicant.isIn("submitted"));
    if (outcome == Outcome.DONE) {
      waitlist.add(applicant);
    }
    return outcome;
  }

  private Outcome decline(@Nullable Applicant applicant) {
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

  private Outcome withdraw(@Nullable Applicant applicant, Instant at) {
    if (applicant == null || !EnumSet.of(OPEN, SELECTING, SELECTED, POSTPONED).contains(state)) {
      return Outcome.REFUSED;
    }
    boolean can = applicant.isIn("submitted", "selected", "waitlisted");
    Outcome outcome = becomes(applicant, "withdrawn", can);
    if (outcome == Outcome.DONE && applicant.isAsked()) {
      applicant.offer = "withdrawn";
    }
    return outcome == Outcome.DONE ? offering(at, outcome) : outcome;
  }

  private Outcome accept(@Nullable Applicant applicant, Instant at) {
    if (applicant == null || state != SELECTED) {
      return Outcome.REFUSED;
    }
    if (applicant.isIn("selected") && applicant.offer.equals("accepted")) {
      return Outcome.ALREADY_SO;
    }
    if (!applicant.isAsked() || applicant.replyBy.isBefore(at)) {
      return Outcome.REFUSED;
    }
    applicant.offer = "accepted";
    applicant.state = "selected";
    return Outcome.DONE;
  }

  private Outcome declineOffer(@Nullable Applicant applicant, Instant at) {
    if (applicant == null || state != SELECTED) {
      return Outcome.REFUSED;
    }
    if (applicant.isIn("withdrawn") && applicant.offer.equals("declined")) {
      return Outcome.ALREADY_SO;
    }
    if (!applicant.isAsked()) {
      return Outcome.REFUSED;
    }
    applicant.offer = "declined";
    applicant.state = "withdrawn";
    return offering(at, Outcome.DONE);
  }

  private Outcome lapse(Instant at) {
    if (state != SELECTED) {
      return Outcome.REFUSED;
    }
    Outcome outcome = Outcome.ALREADY_SO;
    for (Applicant applicant : applicants.values()) {
      if (applicant.isAsked() && applicant.replyBy.isBefore(at)) {
        applicant.offer = "lapsed";
        outcome = Outcome.DONE;
      }
    }
    return offering(at, outcome);
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
    if (state != POSTPONED || !canBe(first, postponedFrom, at)) {
      return Outcome.REFUSED;
    }
    state = postponedFrom;
    return Outcome.DONE;
  }

  private Outcome reschedule(Stop newFirst, Instant at) {
    if (!BEFORE_THE_START.contains(state) || !canBe(newFirst, state, at)) {
      return Outcome.REFUSED;
    }
    if (newFirst.equals(first)) {
      return Outcome.ALREADY_SO;
    }
    first = newFirst;
    applicants.values().stream()
        .filter(it -> it.isAsked() && it.replyBy.isAfter(begins()))
        .forEach(asked -> asked.offer = "withdrawn");
    return offering(at, Outcome.DONE);
  }

  /** Ahead, and after the deadline as long as that counts. */
  private boolean canBe(Stop start, MissionState goingOn, Instant at) {
    boolean ahead = !start.from().isBefore(LocalDate.ofInstant(at, start.zone()));
    boolean stillOpen = !at.isAfter(deadline) && deadline.isBefore(start.begins());
    return ahead && (goingOn != OPEN || stillOpen);
  }

  private Instant begins() {
    return first.begins();
  }

  /** The applicant, for its own agency or the mission's. */
  private @Nullable Applicant own(String id, AgencyCode by) {
    Applicant applicant = applicants.get(id);
    boolean may = applicant != null && (applicant.agency.equals(by) || agencies.contains(by));
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
    if (outcome == Outcome.REFUSED || state != SELECTED || !at.isBefore(begins())) {
      return outcome;
    }
    Outcome after = outcome;
    for (Applicant next : waitlist) {
      boolean waits = next.isIn("waitlisted") && Set.of("none", "withdrawn").contains(next.offer);
      if (waits && free() > 0) {
        next.offer = "offered";
        next.replyBy = at.plus(replyTime).isBefore(begins()) ? at.plus(replyTime) : begins();
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
          application.hasOffer(OfferState.OFFERED)
              ? " until " + application.offer().orElseThrow().replyBy()
              : "";
      told.put(application.id(), application.state().code() + " " + offer + until);
    }
    return told;
  }
}
