package dev.kanmin.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * What a consumer does with which published types. Each handler reads a record that declares only
 * the fields it needs.
 *
 * <p>A handler must be idempotent: deliveries repeat. It signals completion when its effect is
 * durable.
 */
public final class EventHandlers {
  private final Map<String, Handler<?>> byType;

  private record Handler<T>(Class<T> data, BiFunction<T, EventEnvelope, Mono<Void>> reaction) {
    Mono<Void> handle(EventEnvelope envelope, byte[] value) {
      return Mono.defer(() -> reaction.apply(read(envelope, value), envelope));
    }

    private T read(EventEnvelope envelope, byte[] value) {
      try {
        return Json.events().readValue(value, data);
      } catch (RuntimeException unreadable) {
        throw new UnreadableEvent(
            envelope.reference()
                + " of type "
                + envelope.type()
                + " cannot be read: "
                + unreadable.getMessage(),
            unreadable);
      }
    }
  }

  private EventHandlers(Map<String, Handler<?>> byType) {
    this.byType = byType;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The types this consumer reads. */
  public Set<String> types() {
    return byType.keySet();
  }

  /**
   * The reaction to an event, not yet begun; empty when the type is not one this consumer reads.
   */
  Optional<Mono<Void>> handle(EventEnvelope envelope, byte[] value) {
    return Optional.ofNullable(byType.get(envelope.type()))
        .map(handler -> handler.handle(envelope, value));
  }

  /** Collects handlers. */
  public static final class Builder {
    private final Map<String, Handler<?>> byType = new LinkedHashMap<>();

    /**
     * @param type the full published type, {@code dev.kanmin.oda-linkage.activity-imported.v1}
     * @param data what its data is read as; unknown fields are skipped
     */
    public <T> Builder on(
        String type, Class<T> data, BiFunction<T, EventEnvelope, Mono<Void>> reaction) {
      if (byType.put(type, new Handler<>(data, reaction)) != null) {
        throw new IllegalArgumentException("Two handlers for " + type);
      }
      return this;
    }

    public EventHandlers build() {
      return new EventHandlers(Map.copyOf(byType));
    }
  }
}
