package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import dev.kanmin.trademissions.mission.MissionOutline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that can happen to a meeting plan. Others are told figures: who meets whom, who interprets
 * and what was said stay with the mission's agencies.
 */
sealed interface MeetingPlanEvent {

  /** The plan moved along its life cycle. */
  interface Moved {
    /** The state it is in now. */
    MeetingPlanState state();
  }

  // ---- preparation

  @EventType("meeting-plan-prepared")
  record MeetingPlanPrepared(
      MeetingPlanState state,
      String mission,
      @NotPublished Optional<MissionOutline> outline,
      @NotPublished Optional<MeetingSetUp> setUp)
      implements MeetingPlanEvent, Moved {}

  @EventType("meeting-plan-set-up")
  record MeetingPlanSetUp(@NotPublished Optional<MeetingSetUp> setUp) implements MeetingPlanEvent {}

  /**
   * @param count how many were added or changed
   */
  @EventType("meetings-requested")
  record MeetingsRequested(int count, @NotPublished Optional<List<MeetingRequest>> requests)
      implements MeetingPlanEvent {}

  /**
   * @param count how many there were
   */
  @EventType("meeting-requests-withdrawn")
  record MeetingRequestsWithdrawn(int count, @NotPublished Optional<List<MeetingRequest>> requests)
      implements MeetingPlanEvent {}

  // ---- search

  @EventType("meeting-search-started")
  record MeetingSearchStarted(
      MeetingPlanState state, @NotPublished Optional<MeetingPlan.Search> search)
      implements MeetingPlanEvent, Moved {}

  /** It was told to end; the plan that it has found follows. */
  @EventType("meeting-search-stopped")
  record MeetingSearchStopped() implements MeetingPlanEvent {}

  /**
   * @param planned meetings
   * @param requested pairs of which a side asked
   */
  @EventType("meeting-plan-made")
  record MeetingPlanMade(
      MeetingPlanState state,
      int planned,
      int requested,
      @NotPublished Optional<List<Meeting>> meetings,
      @NotPublished Optional<PlanQuality> quality)
      implements MeetingPlanEvent, Moved {}

  // ---- by hand

  /** Meetings in its way, which are not pinned, are gone until the next search. */
  @EventType("meeting-pinned")
  record MeetingPinned(
      @NotPublished Optional<Meeting> meeting, @NotPublished Optional<List<MeetingPair>> gaveWay)
      implements MeetingPlanEvent {}

  @EventType("meeting-unpinned")
  record MeetingUnpinned(@NotPublished Optional<MeetingPair> pair) implements MeetingPlanEvent {}

  @EventType("meeting-no-show-noted")
  record MeetingNoShowNoted(Instant from, Instant to, @NotPublished Optional<String> party)
      implements MeetingPlanEvent {}

  // ---- life

  /**
   * @param planned meetings
   */
  @EventType("meeting-plan-published")
  record MeetingPlanPublished(MeetingPlanState state, int planned)
      implements MeetingPlanEvent, Moved {}

  @EventType("meeting-attendance-noted")
  record MeetingAttendanceNoted(
      Attendance attendance,
      @NotPublished Optional<MeetingPair> pair,
      @NotPublished Optional<String> note)
      implements MeetingPlanEvent {}

  @EventType("meeting-plan-closed")
  record MeetingPlanClosed(MeetingPlanState state) implements MeetingPlanEvent, Moved {}

  @EventType("meeting-plan-cancelled")
  record MeetingPlanCancelled(MeetingPlanState state, @NotPublished Optional<LocalizedText> reason)
      implements MeetingPlanEvent, Moved {}
}
