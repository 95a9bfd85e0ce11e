package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationDeclined;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationSubmitted;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationWaitlisted;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationWithdrawn;
import dev.kanmin.trademissions.mission.MissionEvent.DeadlineExtended;
import dev.kanmin.trademissions.mission.MissionEvent.DraftRevised;
import dev.kanmin.trademissions.mission.MissionEvent.MissionAnnounced;
import dev.kanmin.trademissions.mission.MissionEvent.MissionCancelled;
import dev.kanmin.trademissions.mission.MissionEvent.MissionDrafted;
import dev.kanmin.trademissions.mission.MissionEvent.MissionOpened;
import dev.kanmin.trademissions.mission.MissionEvent.MissionPostponed;
import dev.kanmin.trademissions.mission.MissionEvent.MissionReported;
import dev.kanmin.trademissions.mission.MissionEvent.MissionRescheduled;
import dev.kanmin.trademissions.mission.MissionEvent.MissionResumed;
import dev.kanmin.trademissions.mission.MissionEvent.MissionStarted;
import dev.kanmin.trademissions.mission.MissionEvent.MissionTerminated;
import dev.kanmin.trademissions.mission.MissionEvent.OfferAccepted;
import dev.kanmin.trademissions.mission.MissionEvent.OfferDeclined;
import dev.kanmin.trademissions.mission.MissionEvent.OfferLapsed;
import dev.kanmin.trademissions.mission.MissionEvent.OfferWithdrawn;
import dev.kanmin.trademissions.mission.MissionEvent.ParticipantSelected;
import dev.kanmin.trademissions.mission.MissionEvent.PlaceOffered;
import dev.kanmin.trademissions.mission.MissionEvent.SelectionFinished;
import dev.kanmin.trademissions.mission.MissionEvent.SelectionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One full and, where anything is optional, one minimal example of each event; all made up. */
final class SampleEvents {
  private static final String APPLICATION = "app_01k00000000000000000samp01";
  private static final Stop HANOI =
      new Stop(
          CountryCode.of("VN"),
          "Hà Nội",
          Optional.of("【サンプル】 Exhibition Hall 9"),
          LocalDate.parse("2027-02-08"),
          LocalDate.parse("2027-02-10"),
          ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final Stop BANGKOK =
      new Stop(
          CountryCode.of("TH"),
          "Bangkok",
          Optional.empty(),
          LocalDate.parse("2027-02-11"),
          LocalDate.parse("2027-02-12"),
          ZoneId.of("Asia/Bangkok"));
  private static final Period PERIOD =
      new Period(LocalDate.parse("2027-02-08"), LocalDate.parse("2027-02-12"));
  private static final Deadline DEADLINE =
      new Deadline(Instant.parse("2026-12-18T08:00:00Z"), ZoneId.of("Asia/Tokyo"));
  private static final LocalizedText TITLE =
      LocalizedText.of("【サンプル】内視鏡官民ミッション", "[Sample] Endoscopy mission");
  private static final Office OFFICE =
      new Office("sample-hanoi", LocalizedText.of("【サンプル】ハノイ事務所", "[Sample] Hanoi office"));

  private SampleEvents() {}

  /** File name to event: {@code mission-announced.v1.full}. */
  static Map<String, MissionEvent> all() {
    Map<String, MissionEvent> samples = new LinkedHashMap<>();
    samples.put(
        "mission-drafted.v1.full",
        new MissionDrafted(
            MissionState.DRAFT, Optional.of(AgencyCode.of("jetro")), Optional.empty()));
    samples.put("draft-revised.v1.full", new DraftRevised(Optional.of(MissionPlan.NONE)));
    samples.put(
        "mission-announced.v1.full",
        new MissionAnnounced(
            MissionState.ANNOUNCED,
            "outward-mission",
            TITLE,
            List.of(CountryCode.of("VN"), CountryCode.of("TH")),
            List.of(Field.of("endoscopy"), Field.of("diagnostic-imaging")),
            PERIOD,
            List.of(HANOI, BANGKOK),
            AgencyCode.of("jetro"),
            List.of(AgencyCode.of("jica"), AgencyCode.of("mej")),
            OFFICE,
            Optional.of(20),
            Optional.of(12),
            Optional.of(DEADLINE),
            Optional.of(Money.of("50000", "JPY")),
            List.of(Language.JAPANESE, Language.of("vi")),
            List.of(new ExternalReference("sample-event", "2027-0001"))));
    samples.put(
        "mission-announced.v1.minimal",
        new MissionAnnounced(
            MissionState.ANNOUNCED,
            "policy-dialogue",
            TITLE,
            List.of(CountryCode.of("VN")),
            List.of(Field.CROSS_FIELD),
            PERIOD,
            List.of(HANOI, BANGKOK),
            AgencyCode.of("meti"),
            List.of(),
            OFFICE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
    samples.put("mission-opened.v1.full", new MissionOpened(MissionState.OPEN));
    samples.put("deadline-extended.v1.full", new DeadlineExtended(DEADLINE));
    samples.put("selection-started.v1.full", new SelectionStarted(MissionState.SELECTING));
    samples.put("selection-finished.v1.full", new SelectionFinished(MissionState.SELECTED));
    samples.put("mission-started.v1.full", new MissionStarted(MissionState.UNDERWAY));
    samples.put(
        "mission-reported.v1.full",
        new MissionReported(MissionState.REPORTED, Optional.of(new Report(TITLE, List.of()))));
    samples.put(
        "mission-postponed.v1.full",
        new MissionPostponed(MissionState.POSTPONED, Optional.of(TITLE)));
    samples.put(
        "mission-rescheduled.v1.full",
        new MissionRescheduled(PERIOD, List.of(HANOI, BANGKOK), Optional.of(DEADLINE)));
    samples.put(
        "mission-rescheduled.v1.minimal",
        new MissionRescheduled(PERIOD, List.of(HANOI, BANGKOK), Optional.empty()));
    samples.put("mission-resumed.v1.full", new MissionResumed(MissionState.OPEN));
    samples.put(
        "mission-cancelled.v1.full",
        new MissionCancelled(MissionState.CANCELLED, Optional.of(TITLE)));
    samples.put(
        "mission-terminated.v1.full",
        new MissionTerminated(MissionState.TERMINATED, Optional.of(TITLE)));
    samples.put(
        "application-submitted.v1.full",
        new ApplicationSubmitted(
            APPLICATION,
            ApplicationState.SUBMITTED,
            Optional.of(CorporateNumber.withCheckDigitFor("999900000001")),
            Optional.of(AgencyCode.of("smrj"))));
    samples.put(
        "participant-selected.v1.full",
        new ParticipantSelected(APPLICATION, ApplicationState.SELECTED));
    samples.put(
        "application-waitlisted.v1.full",
        new ApplicationWaitlisted(APPLICATION, ApplicationState.WAITLISTED));
    samples.put(
        "application-declined.v1.full",
        new ApplicationDeclined(APPLICATION, ApplicationState.DECLINED));
    samples.put(
        "application-withdrawn.v1.full",
        new ApplicationWithdrawn(APPLICATION, ApplicationState.WITHDRAWN));
    samples.put(
        "place-offered.v1.full",
        new PlaceOffered(APPLICATION, Instant.parse("2027-01-15T03:00:00Z")));
    samples.put("offer-accepted.v1.full", new OfferAccepted(APPLICATION));
    samples.put("offer-declined.v1.full", new OfferDeclined(APPLICATION));
    samples.put("offer-lapsed.v1.full", new OfferLapsed(APPLICATION));
    samples.put("offer-withdrawn.v1.full", new OfferWithdrawn(APPLICATION));
    return samples;
  }
}
