package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.StoreIndex;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** What needs are found by. */
public final class NeedKeys {
  public static final String STATE = "keys.state";
  public static final String COUNTRY = "keys.country";
  public static final String FIELDS = "keys.fields";
  static final String URGENCY = "keys.urgency";
  static final String OWNER = "keys.owner";
  static final String COUNTERPART = "keys.counterpart";
  static final String WANTED = "keys.wanted";

  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-wanted", WANTED, "_id"),
          StoreIndex.ascending("by-country-and-wanted", COUNTRY, WANTED, "_id"),
          StoreIndex.ascending("by-field-and-wanted", FIELDS, WANTED, "_id"),
          StoreIndex.ascending("by-state-and-wanted", STATE, WANTED, "_id"),
          StoreIndex.ascending("by-owner-and-wanted", OWNER, WANTED, "_id"),
          StoreIndex.ascending("by-counterpart", COUNTERPART, WANTED, "_id"));

  /** Needs without a day stand behind those that have one. */
  private static final LocalDate SOME_DAY = LocalDate.of(9999, 12, 31);

  private NeedKeys() {}

  static Document of(Need need) {
    NeedPlan plan = need.known();
    Document keys =
        new Document("state", need.state().code())
            .append("country", plan.country().code())
            .append("fields", plan.fields().stream().map(Field::code).toList())
            .append("urgency", plan.urgency().code())
            .append("owner", need.owner().map(AgencyCode::code).orElse(""))
            .append("wanted", date(plan.wantedBy().orElse(SOME_DAY)));
    plan.counterpart().id().ifPresent(id -> keys.append("counterpart", id));
    return keys;
  }

  /** Calendar days are compared as midnight in UTC. */
  static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
