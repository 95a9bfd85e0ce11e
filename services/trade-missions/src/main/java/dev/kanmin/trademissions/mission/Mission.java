package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.MissionKind;
import dev.kanmin.codes.MissionKinds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A mission as it stands.
 *
 * @param organiser the agency that is responsible for it
 * @param resumesIn the state to which it returns; only while postponed
 * @param announced whether it has ever been; before, only its own agencies may know of it
 * @param reason why it was postponed, cancelled or terminated
 * @param applications in the order of their submission
 * @param waitlist ids of applications in the order in which they were waitlisted
 */
record Mission(
    AgencyCode organiser,
    MissionPlan plan,
    MissionState state,
    Optional<MissionState> resumesIn,
    boolean announced,
    Optional<LocalizedText> reason,
    Optional<Report> report,
    @JsonSetter(nulls = AS_EMPTY) List<Application> applications,
    @JsonSetter(nulls = AS_EMPTY) List<String> waitlist) {

  /** Before the first event. */
  static final Mission NONE = draft(AgencyCode.of("nobody"), MissionPlan.NONE);

  static Mission draft(AgencyCode organiser, MissionPlan plan) {
    return new Mission(
        organiser,
        plan,
        MissionState.DRAFT,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  boolean exists() {
    return !plan.kind().isEmpty();
  }

  MissionKind kind() {
    return MissionKinds.require(plan.kind());
  }

  /** The organiser and the supporters: who may act for the mission, and see all of it. */
  List<AgencyCode> agencies() {
    return Stream.concat(Stream.of(organiser), plan.supporters().stream()).toList();
  }

  boolean isRunBy(AgencyCode agency) {
    return agencies().contains(agency);
  }

  boolean isVisibleTo(AgencyCode agency) {
    return exists() && (announced || isRunBy(agency));
  }

  Optional<Application> application(String id) {
    return applications.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /**
   * Places that are neither taken nor reserved by an offer; as good as endless without capacity.
   */
  int freePlaces() {
    return plan.capacity().orElse(Integer.MAX_VALUE) - placesTaken();
  }

  int placesTaken() {
    return (int)
        applications.stream()
            .filter(it -> it.state() == ApplicationState.SELECTED || it.hasOpenOffer())
            .count();
  }

  List<Application> openOffers() {
    return applications.stream().filter(Application::hasOpenOffer).toList();
  }

  /** Who is asked next when a place falls free, first in line first. */
  List<Application> line() {
    return waitlist.stream()
        .flatMap(id -> application(id).stream())
        .filter(Application::waitsForItsTurn)
        .toList();
  }

  /** When the first open offer ends; empty without one. */
  Optional<Instant> nextOfferEnds() {
    return openOffers().stream()
        .flatMap(it -> it.offer().stream())
        .map(Offer::replyBy)
        .min(Instant::compareTo);
  }

  Mission in(MissionState newState) {
    return new Mission(
        organiser,
        plan,
        newState,
        newState == MissionState.POSTPONED ? Optional.of(state) : Optional.empty(),
        announced || newState == MissionState.ANNOUNCED,
        reason,
        report,
        applications,
        waitlist);
  }

  Mission because(Optional<LocalizedText> newReason) {
    return new Mission(
        organiser, plan, state, resumesIn, announced, newReason, report, applications, waitlist);
  }

  Mission planned(MissionPlan newPlan) {
    return new Mission(
        organiser, newPlan, state, resumesIn, announced, reason, report, applications, waitlist);
  }

  Mission reporting(Optional<Report> newReport) {
    return new Mission(
        organiser, plan, state, resumesIn, announced, reason, newReport, applications, waitlist);
  }

  Mission with(Application added) {
    return withApplications(Stream.concat(applications.stream(), Stream.of(added)).toList());
  }

  Mission changed(String id, UnaryOperator<Application> change) {
    return withApplications(
        applications.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList());
  }

  Mission waitlisted(String id) {
    List<String> longer = Stream.concat(waitlist.stream(), Stream.of(id)).toList();
    return new Mission(
        organiser, plan, state, resumesIn, announced, reason, report, applications, longer);
  }

  private Mission withApplications(List<Application> changed) {
    return new Mission(
        organiser, plan, state, resumesIn, announced, reason, report, changed, waitlist);
  }
}
