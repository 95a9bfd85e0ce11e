package dev.kanmin.events.inbox;

import dev.kanmin.events.wire.EventEnvelope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service does with the events of a topic: copies of cards, policies, and handlers of its
 * own. All that hear an event take it one after the other, in the order in which they are given
 * here: copies first, so that what comes after them can look the subject up.
 *
 * <p>Each must be idempotent: deliveries repeat, and a fault of one has all of them hear the event
 * again.
 */
public final class EventHandlers {
  private final List<Listener> listeners;
  private final List<Policy> policies;

  private EventHandlers(Builder builder) {
    this.listeners = List.copyOf(builder.listeners);
    this.policies = List.copyOf(builder.policies);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The reaction to an event, not yet begun; empty when nobody here hears it. */
  Optional<Mono<Void>> handle(EventEnvelope envelope, byte[] data) {
    Received event = new Received(envelope, data);
    List<Mono<Void>> reactions =
        listeners.stream().flatMap(listener -> listener.hear(event).stream()).toList();
    return reactions.isEmpty() ? Optional.empty() : Optional.of(Flux.concat(reactions).then());
  }

  /** They are offered what comes on that topic. */
  void heardOn(String topic) {
    policies.forEach(policy -> policy.heardOn(topic));
  }

  /** Collects handlers. */
  public static final class Builder {
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final Set<String> types = new LinkedHashSet<>();

    /**
     * A handler that reads the data of one type. It signals completion when its effect is durable.
     *
     * @param type the full published type, {@code dev.kanmin.oda-linkage.activity-imported.v1}
     * @param data what its data is read as: only the fields it needs; unknown ones are skipped
     */
    public <T> Builder on(
        String type, Class<T> data, BiFunction<T, EventEnvelope, Mono<Void>> reaction) {
      if (!types.add(type)) {
        throw new IllegalArgumentException("Two handlers for " + type);
      }
      listeners.add(
          event ->
              event.envelope().type().equals(type)
                  ? Optional.of(Mono.defer(() -> reaction.apply(event.as(data), event.envelope())))
                  : Optional.empty());
      return this;
    }

    /** Keeps copies of the cards that events carry. */
    public Builder copying(CardCopies cards) {
      listeners.add(cards::hear);
      return this;
    }

    /** Reacts with commands. A policy that hears several services stands in each subscription. */
    public Builder reacting(Policy policy) {
      listeners.add(policy::hear);
      policies.add(policy);
      return this;
    }

    public EventHandlers build() {
      return new EventHandlers(this);
    }
  }
}
