package dev.kanmin.directory.counterpart;

import dev.kanmin.directory.name.NameKey;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.List;
import org.bson.Document;

/** What counterparts are found by. */
final class CounterpartKeys {
  static final String STATE = "keys.state";
  static final String KIND = "keys.kind";
  static final String OWNER = "keys.owner";
  static final String OFFICE = "keys.office";
  static final String COUNTRY = "keys.country";
  static final String CITY = "keys.city";
  static final String NAMES = "keys.names";

  /** Each name with the country: {@code VN/benhvienchoray}. */
  static final String NAMED_IN = "keys.namedIn";

  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-country", COUNTRY, "_id"),
          StoreIndex.ascending("by-office", OWNER, OFFICE, "_id"),
          StoreIndex.ascending("by-name", NAMES, COUNTRY));

  private CounterpartKeys() {}

  static Document of(Counterpart counterpart) {
    Document keys =
        new Document("state", counterpart.state().code())
            .append("owner", counterpart.owner().code());
    counterpart.profile().ifPresent(profile -> append(keys, profile));
    return keys;
  }

  private static void append(Document keys, CounterpartProfile profile) {
    List<String> names =
        profile.names().texts().values().stream()
            .map(NameKey::of)
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
    keys.append("kind", profile.kind().code())
        .append("country", profile.country().code())
        .append("names", names)
        .append("namedIn", names.stream().map(it -> profile.country() + "/" + it).toList());
    profile.city().map(NameKey::of).ifPresent(it -> keys.append("city", it));
    profile.office().map(ResponsibleOffice::code).ifPresent(it -> keys.append("office", it));
  }
}
