package dev.kanmin.events.inbox;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** One of those who hear the events of a subscription. */
@FunctionalInterface
interface Listener {
  /**
   * What it does about an event, not yet begun; empty when the event is none of its concern.
   * Completes when the effect is durable; repeated, it has no further effect.
   */
  Optional<Mono<Void>> hear(Received event);
}
