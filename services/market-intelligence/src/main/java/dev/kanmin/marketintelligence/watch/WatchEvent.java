package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.Optional;

/** All that can happen to a watch. What it looks for and whom it tells stays with this service. */
public sealed interface WatchEvent {
  /** Where it stands after this event. */
  WatchState state();

  @EventType("watch-registered")
  record WatchRegistered(
      WatchState state,
      @NotPublished Optional<AgencyCode> owner,
      @NotPublished Optional<WatchContent> content,
      @NotPublished Optional<String> token)
      implements WatchEvent {}

  @EventType("watch-revised")
  record WatchRevised(WatchState state, @NotPublished Optional<WatchContent> content)
      implements WatchEvent {}

  @EventType("watch-paused")
  record WatchPaused(WatchState state) implements WatchEvent {}

  @EventType("watch-resumed")
  record WatchResumed(WatchState state) implements WatchEvent {}

  /** By its agency, or by its reader. */
  @EventType("watch-ended")
  record WatchEnded(WatchState state) implements WatchEvent {}
}
