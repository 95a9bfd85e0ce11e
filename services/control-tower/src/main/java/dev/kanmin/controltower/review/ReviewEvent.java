package dev.kanmin.controltower.review;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.List;
import java.util.Optional;

/** All that can happen to a review cycle. Findings and opinions are read here, not on the bus. */
public sealed interface ReviewEvent {
  @EventType("review-opened")
  record ReviewOpened(Review.Subject subject, @NotPublished Optional<AgencyCode> owner)
      implements ReviewEvent {}

  @EventType("review-gathered")
  record ReviewGathered(List<String> subjects, @NotPublished List<Review.Input> inputs)
      implements ReviewEvent {}

  @EventType("review-finding-made")
  record ReviewFindingMade(int number, @NotPublished Optional<Review.Finding> finding)
      implements ReviewEvent {}

  @EventType("review-opinion-heard")
  record ReviewOpinionHeard(String role, @NotPublished Optional<Review.Opinion> opinion)
      implements ReviewEvent {}

  @EventType("review-finding-traced")
  record ReviewFindingTraced(
      String reviewId, int finding, String became, @NotPublished Optional<Review.Trace> trace)
      implements ReviewEvent {}

  /** A decision is for every partner agency, with its reason. */
  @EventType("review-decided")
  record ReviewDecided(Review.Decision decision) implements ReviewEvent {}

  @EventType("review-followed-up")
  record ReviewFollowedUp(List<String> actions) implements ReviewEvent {}
}
