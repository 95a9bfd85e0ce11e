package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.testkit.service.Stories;
import dev.kanmin.trademissions.mission.MissionOutline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Made-up business meetings in Hà Nội in February 2027, and stories of their plan. */
final class Fairs {
  static final String OLIVE = "cmp_00000000000000000000000001";
  static final String MAPLE = "cmp_00000000000000000000000002";
  static final String CLINIC = "cpt_00000000000000000000000001";
  static final String MINISTRY = "cpt_00000000000000000000000002";

  static final String NINE = "2027-02-08T09:00";
  static final String HALF_PAST_NINE = "2027-02-08T09:30";
  static final Instant BEFORE = Instant.parse("2027-02-01T00:00:00Z");
  static final Instant AFTER = Instant.parse("2027-02-10T00:00:00Z");

  static final PlanFigures FIGURES = new PlanFigures(2, 3, 1, 1, 9, 7, 50, 0, 0, 0);
  static final PlanQuality QUALITY = new PlanQuality(FIGURES, FIGURES, 4);

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<Language> JAPANESE = List.of(Language.JAPANESE);

  private Fairs() {}

  static MissionOutline mission() {
    return new MissionOutline(
        "msn_00000000000000000000000001",
        AgencyCode.of("jetro"),
        List.of(AgencyCode.of("jica")),
        List.of(AgencyCode.of("mej")),
        LocalizedText.of("【サンプル】商談会", "[Sample] Business meetings"),
        List.of(CountryCode.of("VN")),
        List.of(Field.of("endoscopy")),
        true);
  }

  /** Two days of four slots, two tables, one interpreter, two companies, two counterparts. */
  static MeetingSetUp setUp() {
    List<String> begins = List.of("09:00", "09:30", "10:00", "13:00");
    return new MeetingSetUp(
        HANOI,
        30,
        Optional.of("[Sample] Hall 9"),
        List.of(
            new MeetingDay(LocalDate.of(2027, 2, 8), begins),
            new MeetingDay(LocalDate.of(2027, 2, 9), begins)),
        List.of(
            new MeetingTable("desk-1", Optional.empty()),
            new MeetingTable("desk-3", Optional.of(5))),
        List.of(interpreter()),
        List.of(party(OLIVE, "Olive"), party(MAPLE, "Maple")),
        List.of(
            new MeetingParty(
                CLINIC,
                Optional.of("=Clinic; Hà Nội"),
                Optional.empty(),
                List.of(Language.of("vi"), Language.JAPANESE),
                List.of()),
            new MeetingParty(
                MINISTRY,
                Optional.empty(),
                Optional.of(3),
                List.of(Language.of("vi")),
                List.of(
                    new Away(
                        Instant.parse("2027-02-08T02:00:00Z"),
                        Instant.parse("2027-02-08T02:30:00Z"))))));
  }

  private static MeetingInterpreter interpreter() {
    return new MeetingInterpreter(
        "ip-1",
        Optional.of("confidential"),
        List.of(Language.JAPANESE, Language.of("vi")),
        List.of());
  }

  private static MeetingParty party(String id, String label) {
    return new MeetingParty(id, Optional.of(label), Optional.empty(), JAPANESE, List.of());
  }

  static MeetingRequest request(String company, String counterpart, RequestSide by, int priority) {
    return new MeetingRequest(company, counterpart, by, priority);
  }

  /** Olive and the clinic ask for each other; each company asks for the ministry. */
  static MeetingPlanCommand.Ask asked() {
    return new MeetingPlanCommand.Ask(
        List.of(
            request(OLIVE, CLINIC, RequestSide.COMPANY, 3),
            request(OLIVE, CLINIC, RequestSide.COUNTERPART, 4),
            request(OLIVE, MINISTRY, RequestSide.COMPANY, 2),
            request(MAPLE, MINISTRY, RequestSide.COMPANY, 2)));
  }

  static MeetingPlanCommand.TakePlan found(Meeting... meetings) {
    return new MeetingPlanCommand.TakePlan("run_1", List.of(meetings), QUALITY);
  }

  static Meeting oliveAtTheClinicsTable() {
    return Meeting.planned(new MeetingPair(OLIVE, CLINIC), NINE, "desk-1", Optional.empty());
  }

  static Meeting oliveAtTheMinistry() {
    return Meeting.planned(
        new MeetingPair(OLIVE, MINISTRY), HALF_PAST_NINE, "desk-1", Optional.of("ip-1"));
  }

  static Stories<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> nothing() {
    return Stories.of(MeetingPlans.TYPE).by("jetro").at(BEFORE);
  }

  static Stories<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> requested() {
    return nothing().given(new MeetingPlanCommand.Prepare(mission(), setUp()), asked());
  }

  static Stories<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> searching() {
    return requested().given(new MeetingPlanCommand.Look("run_1", 30, false));
  }

  static Stories<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> planned() {
    return searching().given(found(oliveAtTheClinicsTable(), oliveAtTheMinistry()));
  }
}
