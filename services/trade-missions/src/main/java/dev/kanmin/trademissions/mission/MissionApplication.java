package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import java.util.List;

/** An application together with the mission that it is for. */
record MissionApplication(Mission mission, Application application) {
  ApplicationState state() {
    return application.state();
  }

  MissionState missionState() {
    return mission.state();
  }

  boolean isSubmittedBy(AgencyCode agency) {
    return application.submittedBy().equals(agency);
  }

  /** What was changed in the mission since it was submitted: its applicant counted on the other. */
  List<Amendment> amendmentsSince() {
    List<Amendment> all = mission.amendments();
    return all.subList(Math.min(application.amendmentsBefore().orElse(0), all.size()), all.size());
  }

  /** The mission's agencies and the one that submitted it: what companies do is not for others. */
  boolean isVisibleTo(AgencyCode agency) {
    return isSubmittedBy(agency) || mission.isOf(agency);
  }
}
