package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that can happen to a mission. What is published is what every agency may see: a draft shows
 * nothing but that it exists, an application names its company by the directory's id alone and
 * never says why (see docs/decisions/0020-what-mission-events-carry.md).
 */
public sealed interface MissionEvent {

  /** The mission moved along its life cycle. */
  interface Moved {
    /** The state it is in now. */
    MissionState state();
  }

  /** An application moved, or a place was offered to it. */
  interface OfApplication {
    /** Id of the application, {@code app_…}. */
    String application();
  }

  /** An application moved. */
  interface ApplicationMoved extends OfApplication {
    /** The state it is in now. */
    ApplicationState state();
  }

  // ---- preparation

  @EventType("mission-drafted")
  record MissionDrafted(
      MissionState state,
      @NotPublished Optional<AgencyCode> organiser,
      @NotPublished Optional<MissionPlan> plan)
      implements MissionEvent, Moved {}

  @EventType("draft-revised")
  record DraftRevised(@NotPublished Optional<MissionPlan> plan) implements MissionEvent {}

  /**
   * A mission that is over was entered: a full snapshot, and marked as history.
   *
   * @param participants companies that took part, if that is known
   */
  @EventType("past-mission-recorded")
  record PastMissionRecorded(
      MissionState state,
      String kind,
      LocalizedText title,
      @JsonSetter(nulls = AS_EMPTY) List<CountryCode> countries,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      MissionPeriod period,
      @JsonSetter(nulls = AS_EMPTY) List<Stop> stops,
      AgencyCode organiser,
      @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> coOrganisers,
      @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> supporters,
      Optional<Integer> participants,
      @NotPublished Optional<MissionPlan> plan,
      @NotPublished Optional<MissionReport> report)
      implements MissionEvent, Moved {}

  // ---- life cycle

  /** The first event with facts: a full snapshot. */
  @EventType("mission-announced")
  record MissionAnnounced(
      MissionState state,
      String kind,
      LocalizedText title,
      @JsonSetter(nulls = AS_EMPTY) List<CountryCode> countries,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      MissionPeriod period,
      @JsonSetter(nulls = AS_EMPTY) List<Stop> stops,
      AgencyCode organiser,
      @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> coOrganisers,
      @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> supporters,
      Office office,
      Optional<Integer> capacity,
      Optional<Integer> booths,
      Optional<Deadline> deadline,
      Optional<Money> fee,
      @JsonSetter(nulls = AS_EMPTY) List<Language> languages,
      @JsonSetter(nulls = AS_EMPTY) List<ExternalReference> references)
      implements MissionEvent, Moved {}

  @EventType("mission-opened")
  record MissionOpened(MissionState state) implements MissionEvent, Moved {}

  @EventType("deadline-extended")
  record DeadlineExtended(Deadline deadline) implements MissionEvent {}

  @EventType("selection-started")
  record SelectionStarted(MissionState state) implements MissionEvent, Moved {}

  @EventType("selection-finished")
  record SelectionFinished(MissionState state) implements MissionEvent, Moved {}

  @EventType("mission-started")
  record MissionStarted(MissionState state) implements MissionEvent, Moved {}

  @EventType("mission-reported")
  record MissionReported(MissionState state, @NotPublished Optional<MissionReport> report)
      implements MissionEvent, Moved {}

  @EventType("mission-postponed")
  record MissionPostponed(MissionState state, @NotPublished Optional<LocalizedText> reason)
      implements MissionEvent, Moved {}

  /** New dates; of a postponed mission it comes before the resumption that they make possible. */
  @EventType("mission-rescheduled")
  record MissionRescheduled(
      MissionPeriod period,
      @JsonSetter(nulls = AS_EMPTY) List<Stop> stops,
      Optional<Deadline> deadline)
      implements MissionEvent {}

  /** What was announced was put right: all that can be, as it is now. */
  @EventType("mission-amended")
  record MissionAmended(
      @JsonSetter(nulls = AS_EMPTY) List<MissionPart> changed,
      LocalizedText title,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      @JsonSetter(nulls = AS_EMPTY) List<Stop> stops,
      Optional<Integer> capacity,
      Optional<Money> fee,
      @NotPublished Optional<LocalizedText> reason)
      implements MissionEvent {}

  /** Goes on in the state in which it was postponed. */
  @EventType("mission-resumed")
  record MissionResumed(MissionState state) implements MissionEvent, Moved {}

  @EventType("mission-cancelled")
  record MissionCancelled(MissionState state, @NotPublished Optional<LocalizedText> reason)
      implements MissionEvent, Moved {}

  @EventType("mission-terminated")
  record MissionTerminated(MissionState state, @NotPublished Optional<LocalizedText> reason)
      implements MissionEvent, Moved {}

  // ---- applications

  /**
   * A company applied.
   *
   * @param companyId of the directory, if it has told of the company
   */
  @EventType("application-submitted")
  record ApplicationSubmitted(
      String application,
      ApplicationState state,
      Optional<String> companyId,
      @NotPublished Optional<CorporateNumber> company,
      @NotPublished Optional<AgencyCode> submittedBy,
      @NotPublished Optional<ApplicationDetails> details)
      implements MissionEvent, ApplicationMoved {}

  /**
   * It has a place.
   *
   * @param companyId of the directory, if it has told of the company
   */
  @EventType("participant-selected")
  record ParticipantSelected(String application, ApplicationState state, Optional<String> companyId)
      implements MissionEvent, ApplicationMoved {}

  @EventType("application-waitlisted")
  record ApplicationWaitlisted(String application, ApplicationState state)
      implements MissionEvent, ApplicationMoved {}

  @EventType("application-declined")
  record ApplicationDeclined(
      String application, ApplicationState state, @NotPublished Optional<Declined> because)
      implements MissionEvent, ApplicationMoved {}

  @EventType("application-withdrawn")
  record ApplicationWithdrawn(String application, ApplicationState state)
      implements MissionEvent, ApplicationMoved {}

  /**
   * The company that applied was found to be another one; the application is that one's from now
   * on.
   */
  @EventType("applicant-merged")
  record ApplicantMerged(
      String application, String companyId, @NotPublished Optional<CorporateNumber> company)
      implements MissionEvent, OfApplication {}

  // ---- offers of places that fell free

  @EventType("place-offered")
  record PlaceOffered(String application, Instant replyBy) implements MissionEvent, OfApplication {}

  /** Comes before the selection that it leads to. */
  @EventType("offer-accepted")
  record OfferAccepted(String application) implements MissionEvent, OfApplication {}

  /** Comes before the withdrawal of the application that it means. */
  @EventType("offer-declined")
  record OfferDeclined(String application) implements MissionEvent, OfApplication {}

  @EventType("offer-lapsed")
  record OfferLapsed(String application) implements MissionEvent, OfApplication {}

  @EventType("offer-withdrawn")
  record OfferWithdrawn(String application) implements MissionEvent, OfApplication {}
}
