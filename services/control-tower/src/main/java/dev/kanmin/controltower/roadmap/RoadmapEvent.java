package dev.kanmin.controltower.roadmap;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.LocalDate;
import java.util.Optional;

/** All that can happen to an action of the roadmap. What is being written is its agency's own. */
public sealed interface RoadmapEvent {
  String actionId();

  @EventType("roadmap-action-planned")
  record RoadmapActionPlanned(
      String actionId, RoadmapAction.Plan plan, @NotPublished Optional<AgencyCode> owner)
      implements RoadmapEvent {}

  @EventType("roadmap-action-amended")
  record RoadmapActionAmended(String actionId, RoadmapAction.Plan plan) implements RoadmapEvent {}

  @EventType("roadmap-update-written")
  record RoadmapUpdateWritten(
      String actionId, String month, @NotPublished Optional<RoadmapAction.Update> update)
      implements RoadmapEvent {}

  /** Locked from now on. */
  @EventType("roadmap-update-submitted")
  record RoadmapUpdateSubmitted(String actionId, RoadmapAction.Update update)
      implements RoadmapEvent {}

  @EventType("roadmap-date-requested")
  record RoadmapDateRequested(String actionId, RoadmapAction.DateChange change)
      implements RoadmapEvent {}

  @EventType("roadmap-date-approved")
  record RoadmapDateApproved(String actionId, RoadmapAction.DateChange change)
      implements RoadmapEvent {}

  @EventType("roadmap-date-rejected")
  record RoadmapDateRejected(String actionId, RoadmapAction.DateChange change)
      implements RoadmapEvent {}

  /** An action before it ends later than this one may wait. */
  @EventType("roadmap-delay-noted")
  record RoadmapDelayNoted(String actionId, String from, LocalDate theirDue, LocalDate notedOn)
      implements RoadmapEvent {}

  @EventType("roadmap-action-archived")
  record RoadmapActionArchived(String actionId, String why) implements RoadmapEvent {}
}
