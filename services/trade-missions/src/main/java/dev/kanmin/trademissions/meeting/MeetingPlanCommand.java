package dev.kanmin.trademissions.meeting;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.trademissions.mission.MissionOutline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that can be asked of a meeting plan; when, stands in {@link MeetingPlanLifeCycle}. */
sealed interface MeetingPlanCommand {

  // ---- preparation

  record Prepare(MissionOutline mission, MeetingSetUp setUp) implements MeetingPlanCommand {}

  record SetUp(MeetingSetUp setUp) implements MeetingPlanCommand {}

  /**
   * Requests are added; one of the same side for the same meeting is replaced.
   *
   * @param requests 1 to 2,000 at a time
   */
  record Ask(@JsonSetter(nulls = AS_EMPTY) List<MeetingRequest> requests)
      implements MeetingPlanCommand {}

  /** Requests are taken back; their priority is not looked at. */
  record WithdrawRequests(@JsonSetter(nulls = AS_EMPTY) List<MeetingRequest> requests)
      implements MeetingPlanCommand {}

  // ---- search

  /**
   * @param run names the search
   * @param seconds after which it ends by itself
   * @param afresh whether the plan that stands is forgotten, but for what is pinned
   */
  record Look(String run, int seconds, boolean afresh) implements MeetingPlanCommand {}

  record StopSearch() implements MeetingPlanCommand {}

  /** From the search itself. */
  record TakePlan(String run, List<Meeting> meetings, PlanQuality quality)
      implements MeetingPlanCommand {}

  // ---- by hand

  /**
   * A meeting stays where it is in every new search; or it is put somewhere and stays there.
   *
   * @param slot without it, where it is
   * @param table without it, where it is, else the first that is free
   * @param interpreter without it, the one it has, else the first that is free and able
   */
  record Pin(
      String company,
      String counterpart,
      Optional<String> slot,
      Optional<String> table,
      Optional<String> interpreter)
      implements MeetingPlanCommand {
    MeetingPair pair() {
      return new MeetingPair(company, counterpart);
    }
  }

  record Unpin(String company, String counterpart) implements MeetingPlanCommand {
    MeetingPair pair() {
      return new MeetingPair(company, counterpart);
    }
  }

  /**
   * A party does not come. Its meetings stay until a new search plans without it.
   *
   * @param party id of a company or a counterpart
   * @param from from when on; from now on unless said
   * @param to until when; until the end unless said
   */
  record NoteNoShow(String party, Optional<Instant> from, Optional<Instant> to)
      implements MeetingPlanCommand {}

  // ---- life

  record Publish() implements MeetingPlanCommand {}

  /**
   * What became of a meeting.
   *
   * @param note up to 2,000 characters; for the plan's agencies alone
   */
  record NoteAttendance(
      String company, String counterpart, Attendance attendance, Optional<String> note)
      implements MeetingPlanCommand {
    MeetingPair pair() {
      return new MeetingPair(company, counterpart);
    }
  }

  record Close() implements MeetingPlanCommand {}

  record CancelPlan(LocalizedText reason) implements MeetingPlanCommand {}
}
