package dev.kanmin.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of the events of one aggregate: published names to record classes and back.
 *
 * @param <E> the sealed interface of the events
 */
public final class EventTypes<E> {
  private static final String NAMESPACE = "dev.kanmin.";
  private static final String SCHEMAS = "https://kanmin.dev/schemas/";

  private final String service;
  private final Map<Class<?>, Named> byClass = new LinkedHashMap<>();
  private final Map<String, Class<? extends E>> byName = new LinkedHashMap<>();

  private record Named(String type, String dataSchema) {}

  private EventTypes(String service, Class<E> catalogue) {
    this.service = service;
    if (!catalogue.isSealed()) {
      throw new IllegalArgumentException(
          catalogue.getName() + " must be a sealed interface of event records");
    }
    for (Class<?> member : catalogue.getPermittedSubclasses()) {
      register(member.asSubclass(catalogue));
    }
  }

  /**
   * Reads the catalogue from the sealed interface.
   *
   * @param service the publishing service, such as {@code trade-missions}
   * @throws IllegalArgumentException if a member has no {@link EventType} or two share a name
   */
  public static <E> EventTypes<E> of(String service, Class<E> catalogue) {
    return new EventTypes<>(service, catalogue);
  }

  private void register(Class<? extends E> member) {
    EventType declared = member.getAnnotation(EventType.class);
    if (declared == null) {
      throw new IllegalArgumentException(
          member.getName() + " lacks @EventType: every event is published under a name");
    }
    String type = NAMESPACE + service + "." + declared.value() + ".v" + declared.version();
    String schema =
        SCHEMAS + service + "/" + declared.value() + ".v" + declared.version() + ".json";
    byClass.put(member, new Named(type, schema));
    if (byName.put(type, member) != null) {
      throw new IllegalArgumentException("Two events are published as " + type);
    }
  }

  /** The CloudEvents source of everything this service publishes: {@code /trade-missions}. */
  public String source() {
    return "/" + service;
  }

  /** The CloudEvents type under which an event is published. */
  public String typeOf(Class<?> event) {
    return named(event).type();
  }

  /** Where the JSON schema of an event stands. */
  public String dataSchemaOf(Class<?> event) {
    return named(event).dataSchema();
  }

  /** The record that a published type is read as; empty when the type is not of this catalogue. */
  public Optional<Class<? extends E>> classOf(String type) {
    return Optional.ofNullable(byName.get(type));
  }

  /** All published types, in the order of the sealed interface. */
  public Collection<String> types() {
    return byName.keySet();
  }

  private Named named(Class<?> event) {
    Named named = byClass.get(event);
    if (named == null) {
      throw new IllegalArgumentException(
          event + " is not one of " + Arrays.toString(byClass.keySet().toArray()));
    }
    return named;
  }
}
