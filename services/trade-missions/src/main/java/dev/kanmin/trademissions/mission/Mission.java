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
 * @param amendments of what had been announced, the first one first
 * @param past of a mission that was entered as history: what is known of it
 */
record Mission(
    AgencyCode organiser,
    MissionPlan plan,
    MissionState state,
    Optional<MissionState> resumesIn,
    boolean announced,
    Optional<LocalizedText> reason,
    Optional<MissionReport> report,
    @JsonSetter(nulls = AS_EMPTY) List<Application> applications,
    @JsonSetter(nulls = AS_EMPTY) List<String> waitlist,
    @JsonSetter(nulls = AS_EMPTY) List<Amendment> amendments,
    Optional<PastMission> past) {

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
        List.of(),
        List.of(),
        Optional.empty());
  }

  boolean exists() {
    return !plan.kind().isEmpty();
  }

  MissionKind kind() {
    return MissionKinds.require(plan.kind());
  }

  List<AgencyCode> agencies() {
    return Stream.of(Stream.of(organiser), plan.coOrganisers().stream(), plan.supporters().stream())
        .flatMap(agencies -> agencies)
        .toList();
  }

  boolean isOrganisedBy(AgencyCode agency) {
    return organiser.equals(agency);
  }

  boolean isSupportedBy(AgencyCode agency) {
    return plan.supporters().contains(agency);
  }

  boolean isCoOrganisedBy(AgencyCode agency) {
    return plan.coOrganisers().contains(agency);
  }

  /** Whether it is one of the mission's own agencies, which see all of it. */
  boolean isOf(AgencyCode agency) {
    return isOrganisedBy(agency) || isCoOrganisedBy(agency) || isSupportedBy(agency);
  }

  boolean isVisibleTo(AgencyCode agency) {
    return announced || isOf(agency);
  }

  Optional<MissionApplication> application(String id) {
    return applications.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .map(it -> new MissionApplication(this, it));
  }

  /** The application of that id, or the refusal that it is unknown. */
  MissionApplication find(String id) {
    return application(id)
        .orElseThrow(
            () -> MissionRules.NO_SUCH_APPLICATION.refuse("The mission has no application " + id));
  }

  long applicationsIn(ApplicationState one) {
    return applications.stream().filter(it -> it.state() == one).count();
  }

  /**
   * Places that are neither taken nor reserved by an offer; as good as endless without capacity.
   */
  int freePlaces() {
    return plan.capacity().orElse(Integer.MAX_VALUE) - placesTaken();
  }

  int placesTaken() {
    return (int) applicationsIn(ApplicationState.SELECTED) + openOffers().size();
  }

  List<Application> openOffers() {
    return applications.stream().filter(it -> it.hasOffer(OfferState.OFFERED)).toList();
  }

  /** Who is asked next when a place falls free, first in line first. */
  List<Application> line() {
    return waitlist.stream()
        .flatMap(id -> application(id).stream())
        .map(MissionApplication::application)
        .filter(Application::waitsForItsTurn)
        .toList();
  }

  /** When the first open offer ends; empty without one. */
  Optional<Instant> nextOfferEnds() {
    return openOffers().stream()
        .flatMap(it -> it.offer().stream())
        .map(PlaceOffer::replyBy)
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
        waitlist,
        amendments,
        past);
  }

  Mission because(Optional<LocalizedText> newReason) {
    return new Mission(
        organiser,
        plan,
        state,
        resumesIn,
        announced,
        newReason,
        report,
        applications,
        waitlist,
        amendments,
        past);
  }

  Mission planned(MissionPlan newPlan) {
    return new Mission(
        organiser,
        newPlan,
        state,
        resumesIn,
        announced,
        reason,
        report,
        applications,
        waitlist,
        amendments,
        past);
  }

  /** With what was announced put right. */
  Mission amended(MissionPlan newPlan, Amendment amendment) {
    return new Mission(
        organiser,
        newPlan,
        state,
        resumesIn,
        announced,
        reason,
        report,
        applications,
        waitlist,
        Stream.concat(amendments.stream(), Stream.of(amendment)).toList(),
        past);
  }

  /** One that was over before anybody entered it: everybody sees it at once. */
  static Mission past(
      AgencyCode organiser, MissionPlan plan, PastMission past, Optional<MissionReport> report) {
    return new Mission(
        organiser,
        plan,
        MissionState.REPORTED,
        Optional.empty(),
        true,
        Optional.empty(),
        report,
        List.of(),
        List.of(),
        List.of(),
        Optional.of(past));
  }

  Mission reporting(Optional<MissionReport> newReport) {
    return new Mission(
        organiser,
        plan,
        state,
        resumesIn,
        announced,
        reason,
        newReport,
        applications,
        waitlist,
        amendments,
        past);
  }

  Mission with(Application added) {
    return with(Stream.concat(applications.stream(), Stream.of(added)).toList(), waitlist);
  }

  Mission changed(String id, UnaryOperator<Application> change) {
    return with(
        applications.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList(),
        waitlist);
  }

  Mission waitlisted(String id) {
    return with(applications, Stream.concat(waitlist.stream(), Stream.of(id)).toList());
  }

  private Mission with(List<Application> newApplications, List<String> newWaitlist) {
    return new Mission(
        organiser,
        plan,
        state,
        resumesIn,
        announced,
        reason,
        report,
        newApplications,
        newWaitlist,
        amendments,
        past);
  }
}
