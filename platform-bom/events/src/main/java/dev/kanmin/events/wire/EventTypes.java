package dev.kanmin.events.wire;

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
  private static final String REFRESHED = "-refreshed";
  private static final String SCHEMAS = "https://kanmin.dev/schemas/";

  private final String service;
  private final Map<Class<?>, Named> byClass = new LinkedHashMap<>();
  private final Map<String, Class<? extends E>> byName = new LinkedHashMap<>();

  private record Named(String type, String dataSchema) {}

  private final Named refreshed;

  private EventTypes(String service, String kind, Class<E> catalogue) {
    this.service = service;
    this.refreshed = named(kind + REFRESHED, 1);
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
   * @param kind of the subjects, such as {@code mission}
   * @throws IllegalArgumentException if a member has no {@link EventType}, two share a name, or one
   *     has a part called like the card that the platform adds
   */
  public static <E> EventTypes<E> of(String service, String kind, Class<E> catalogue) {
    return new EventTypes<>(service, kind, catalogue);
  }

  private void register(Class<? extends E> member) {
    EventType declared = member.getAnnotation(EventType.class);
    if (declared == null) {
      throw new IllegalArgumentException(
          member.getName() + " lacks @EventType: every event is published under a name");
    }
    if (Arrays.stream(member.getRecordComponents())
        .anyMatch(part -> part.getName().equals(EventData.CARD))) {
      throw new IllegalArgumentException(
          member.getName() + " has a part called card; the platform writes the card");
    }
    Named named = named(declared.value(), declared.version());
    byClass.put(member, named);
    if (byName.put(named.type(), member) != null || named.equals(refreshed)) {
      throw new IllegalArgumentException("Two events are published as " + named.type());
    }
  }

  private Named named(String name, int version) {
    String versioned = name + ".v" + version;
    return new Named(
        NAMESPACE + service + "." + versioned, SCHEMAS + service + "/" + versioned + ".json");
  }

  /** The type without producer and version: {@code mission-announced}. */
  public static String shortName(String type) {
    int version = type.lastIndexOf(".v");
    String named = version < 0 ? type : type.substring(0, version);
    return named.substring(named.lastIndexOf('.') + 1);
  }

  /**
   * The service that publishes a type: {@code trade-missions}.
   *
   * @throws IllegalArgumentException unless it is the full name of one of ours
   */
  public static String service(String type) {
    int name = type.indexOf('.', NAMESPACE.length());
    if (!type.startsWith(NAMESPACE) || name < 0) {
      throw new IllegalArgumentException(
          "'"
              + type
              + "' is not a published type such as dev.kanmin.oda-linkage.need-registered.v1");
    }
    return type.substring(NAMESPACE.length(), name);
  }

  /** Whether it says that the card of a subject of that kind changed although nothing happened. */
  public static boolean isRefreshed(String type, String kind) {
    return shortName(type).equals(kind + REFRESHED);
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

  /** Says that a card changed although nothing happened: it is told in another way now. */
  public String refreshedType() {
    return refreshed.type();
  }

  /** Where the JSON schema of {@link #refreshedType()} stands. */
  public String refreshedSchema() {
    return refreshed.dataSchema();
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
