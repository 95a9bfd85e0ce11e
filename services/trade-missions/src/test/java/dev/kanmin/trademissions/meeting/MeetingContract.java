package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import dev.kanmin.trademissions.meeting.MeetingPlanCommand.*;
import java.util.List;
import java.util.Optional;

/** Examples of all that meeting plans tell. */
public final class MeetingContract {
  private MeetingContract() {}

  public static EventContract addTo(EventContract contract) {
    return contract.told(MeetingPlans.TYPE, List.of(published(), stoppedAndCancelled()), List.of());
  }

  private static Stories<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> published() {
    return Fairs.planned()
        .given(
            new Pin(
                Fairs.OLIVE, Fairs.CLINIC, Optional.empty(), Optional.empty(), Optional.empty()),
            new Unpin(Fairs.OLIVE, Fairs.CLINIC),
            new Publish())
        .at(Fairs.AFTER)
        .given(
            new NoteAttendance(
                Fairs.OLIVE, Fairs.CLINIC, Attendance.HELD, Optional.of("confidential")),
            new NoteAttendance(
                Fairs.OLIVE, Fairs.MINISTRY, Attendance.COUNTERPART_ABSENT, Optional.empty()),
            new Close());
  }

  private static Stories<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> stoppedAndCancelled() {
    return Fairs.searching()
        .given(
            new StopSearch(),
            Fairs.found(Fairs.oliveAtTheClinicsTable()),
            new NoteNoShow(Fairs.CLINIC, Optional.empty(), Optional.empty()),
            new SetUp(
                Fairs.setUp()
                    .withAway(
                        Fairs.MAPLE, new Away(Fairs.BEFORE, Fairs.BEFORE.plusSeconds(3_600)))),
            new WithdrawRequests(
                List.of(Fairs.request(Fairs.MAPLE, Fairs.MINISTRY, RequestSide.COMPANY, 1))),
            new CancelPlan(LocalizedText.of("【サンプル】中止", "[Sample] Off")));
  }
}
