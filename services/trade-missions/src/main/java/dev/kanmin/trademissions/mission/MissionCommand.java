package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that can be asked of a mission. Times and new ids come in with the command. */
sealed interface MissionCommand {

  /** Reserved to the mission's organiser and supporters. */
  interface ForTheMission {
    AgencyCode by();
  }

  /** For the agency that submitted the application, and for the mission's own. */
  interface ForTheApplicant {
    AgencyCode by();

    String application();
  }

  // ---- preparation

  record Draft(AgencyCode by, MissionPlan plan) implements MissionCommand {}

  record Revise(AgencyCode by, MissionPlan plan) implements MissionCommand, ForTheMission {}

  // ---- life cycle

  record Announce(AgencyCode by, Instant at) implements MissionCommand, ForTheMission {}

  record Open(AgencyCode by, Instant at) implements MissionCommand, ForTheMission {}

  record ExtendDeadline(AgencyCode by, Deadline deadline, Instant at)
      implements MissionCommand, ForTheMission {}

  record StartSelection(AgencyCode by) implements MissionCommand, ForTheMission {}

  record FinishSelection(AgencyCode by, Instant at) implements MissionCommand, ForTheMission {}

  record Start(AgencyCode by, Instant at) implements MissionCommand, ForTheMission {}

  record GiveReport(AgencyCode by, Report report) implements MissionCommand, ForTheMission {}

  record Postpone(AgencyCode by, LocalizedText reason) implements MissionCommand, ForTheMission {}

  /** Without stops or deadline the old ones stay, if they still can. */
  record Resume(AgencyCode by, List<Stop> stops, Optional<Deadline> deadline, Instant at)
      implements MissionCommand, ForTheMission {}

  record Cancel(AgencyCode by, LocalizedText reason) implements MissionCommand, ForTheMission {}

  record Terminate(AgencyCode by, LocalizedText reason) implements MissionCommand, ForTheMission {}

  // ---- applications

  record Apply(AgencyCode by, String application, CorporateNumber company, Instant at)
      implements MissionCommand {}

  record Select(AgencyCode by, String application) implements MissionCommand, ForTheMission {}

  record Waitlist(AgencyCode by, String application) implements MissionCommand, ForTheMission {}

  record Decline(AgencyCode by, String application) implements MissionCommand, ForTheMission {}

  record Withdraw(AgencyCode by, String application, Instant at)
      implements MissionCommand, ForTheApplicant {}

  // ---- offers of places that fell free

  record AcceptOffer(AgencyCode by, String application, Instant at)
      implements MissionCommand, ForTheApplicant {}

  record DeclineOffer(AgencyCode by, String application, Instant at)
      implements MissionCommand, ForTheApplicant {}

  /** From the service's own timer: offers whose time is over go to the next in line. */
  record LapseOffers(Instant at) implements MissionCommand {}
}
