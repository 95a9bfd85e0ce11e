package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.Optional;

/**
 * All that can happen to a tender. Each event carries the tender as everybody may see it; the
 * releases and notices it is made from stay with this service, where it is read as a record.
 */
public sealed interface TenderEvent {

  /** The tender after this event. */
  TenderFacts tender();

  /** What it is now made from; empty when that did not change. */
  Optional<TenderSources> sources();

  /** A tender to which offers can be made, or soon; also one that was opened again. */
  @EventType("tender-published")
  record TenderPublished(TenderFacts tender, @NotPublished Optional<TenderSources> sources)
      implements TenderEvent {}

  /** Something about it changed, but not whether offers can be made. */
  @EventType("tender-changed")
  record TenderChanged(TenderFacts tender, @NotPublished Optional<TenderSources> sources)
      implements TenderEvent {}

  /** Offers can no longer be made; its state says why. */
  @EventType("tender-closed")
  record TenderClosed(TenderFacts tender, @NotPublished Optional<TenderSources> sources)
      implements TenderEvent {}
}
