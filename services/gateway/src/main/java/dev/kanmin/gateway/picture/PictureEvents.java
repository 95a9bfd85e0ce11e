package dev.kanmin.gateway.picture;

import dev.kanmin.events.UnreadableEvent;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.PictureEvent.ActivityChanged;
import dev.kanmin.gateway.picture.PictureEvent.ApplicationSubmitted;
import dev.kanmin.gateway.picture.PictureEvent.DeadlineExtended;
import dev.kanmin.gateway.picture.PictureEvent.MissionDrafted;
import dev.kanmin.gateway.picture.PictureEvent.MissionMoved;
import dev.kanmin.gateway.picture.PictureEvent.MissionRescheduled;
import dev.kanmin.gateway.picture.PictureEvent.MissionTouched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which published types the picture reads, and as what. */
final class PictureEvents {
  private static final Map<String, Type> TYPES = types();

  /** How a type is read. */
  private sealed interface Type {
    String shortName();

    /** Nothing of the data is needed, so it is not parsed. */
    record Bare(String shortName, PictureEvent event) implements Type {}

    record Parsed(String shortName, Function<EventData, ? extends PictureEvent> reader)
        implements Type {}
  }

  private PictureEvents() {}

  /** Full names of the types that the picture reads. */
  static Set<String> known() {
    return TYPES.keySet();
  }

  /** The type without producer and version: {@code mission-announced}. */
  static String shortName(String type) {
    Type known = TYPES.get(type);
    return known == null ? type : known.shortName();
  }

  /**
   * The event of a record; empty when the picture does not read its type.
   *
   * @throws UnreadableEvent when a known type does not have the promised data
   */
  static Optional<PictureEvent> read(FeedRecord record) {
    return switch (TYPES.get(record.type())) {
      case null -> Optional.empty();
      case Type.Bare bare -> Optional.of(bare.event());
      case Type.Parsed parsed -> Optional.of(parse(parsed, record));
    };
  }

  private static PictureEvent parse(Type.Parsed type, FeedRecord record) {
    try {
      return EventData.read(record.json(), type.reader());
    } catch (RuntimeException unreadable) {
      throw new UnreadableEvent(
          record.type() + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Map<String, Type> types() {
    Map<String, Type> types = new HashMap<>();
    String missions = "dev.kanmin.trade-missions.";
    bare(types, missions, new MissionDrafted(), "mission-drafted");
    parsed(types, missions, MissionAnnounced::read, "mission-announced");
    parsed(
        types,
        missions,
        MissionMoved::read,
        "mission-opened",
        "selection-started",
        "selection-finished",
        "mission-started",
        "mission-reported",
        "mission-postponed",
        "mission-resumed",
        "mission-cancelled",
        "mission-terminated");
    parsed(types, missions, DeadlineExtended::read, "deadline-extended");
    parsed(types, missions, MissionRescheduled::read, "mission-rescheduled");
    bare(types, missions, new ApplicationSubmitted(), "application-submitted");
    bare(
        types,
        missions,
        new MissionTouched(),
        "draft-revised",
        "participant-selected",
        "application-waitlisted",
        "application-declined",
        "application-withdrawn",
        "place-offered",
        "offer-accepted",
        "offer-declined",
        "offer-lapsed",
        "offer-withdrawn");
    parsed(
        types,
        "dev.kanmin.oda-linkage.",
        ActivityChanged::read,
        "activity-imported",
        "activity-registered",
        "activity-revised",
        "scheme-set",
        "activity-advanced",
        "step-corrected",
        "fields-confirmed",
        "fields-overridden");
    return Map.copyOf(types);
  }

  private static void bare(
      Map<String, Type> types, String producer, PictureEvent event, String... names) {
    List.of(names).forEach(name -> types.put(producer + name + ".v1", new Type.Bare(name, event)));
  }

  private static void parsed(
      Map<String, Type> types,
      String producer,
      Function<EventData, ? extends PictureEvent> reader,
      String... names) {
    List.of(names)
        .forEach(name -> types.put(producer + name + ".v1", new Type.Parsed(name, reader)));
  }
}
