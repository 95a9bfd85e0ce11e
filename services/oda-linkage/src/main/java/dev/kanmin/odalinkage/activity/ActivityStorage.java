package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.odalinkage.activity.ActivityFacts.CountryShare;
import java.util.List;
import org.bson.Document;

/** How activities are stored, found and published. */
public final class ActivityStorage {
  private static final String ID_PREFIX = "act";

  static final String IDENTIFIER = "keys.identifier";
  static final String OWNER = "keys.owner";
  static final String REPORTING_ORGANISATION = "keys.reportingOrganisation";
  static final String COUNTRIES = "keys.countries";
  public static final String FIELDS = "keys.fields";
  public static final String STATUS = "keys.status";
  static final String SCHEME = "keys.scheme";
  public static final String STEP = "keys.step";
  static final String CHANGED = "updatedAt";

  /** Stored as a field of its own, so that what has none is found like what has one. */
  static final String UNCLASSIFIED = Field.UNCLASSIFIED;

  /** What the queries need; every list is sorted by identifier, or by change and id. */
  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("identifier", IDENTIFIER),
          StoreIndex.ascending("country", COUNTRIES, IDENTIFIER),
          StoreIndex.ascending("field", FIELDS, IDENTIFIER),
          StoreIndex.ascending("owner", OWNER, IDENTIFIER),
          StoreIndex.ascending("reporting-organisation", REPORTING_ORGANISATION, IDENTIFIER),
          StoreIndex.ascending("status", STATUS, IDENTIFIER),
          StoreIndex.ascending("scheme", SCHEME, STEP, IDENTIFIER),
          StoreIndex.ascending("changed", CHANGED, "_id"));

  private ActivityStorage() {}

  /** The id of the activity with this IATI identifier: the same identifier is the same document. */
  public static String idOf(String iatiIdentifier) {
    return Ids.derived(ID_PREFIX, iatiIdentifier);
  }

  static AggregateType<ActivityCommand, ActivityEvent, Activity> type(
      Ownership ownership, LifeCycle<ActivityCommand, Activity> lifeCycle) {
    return AggregateType.of(
            ActivityLifeCycle.KIND,
            ID_PREFIX,
            ActivityRules.UNKNOWN_ACTIVITY,
            ActivityEvent.class,
            Activity.class,
            new ActivityDecider(ownership, lifeCycle))
        .storedAs("activities")
        .bornBy(lifeCycle::bears)
        .card(ActivityCard::of)
        .keys(ActivityStorage::keys, INDEXES)
        .build();
  }

  private static Document keys(Activity activity) {
    ActivityFacts facts = activity.known();
    List<String> fields = facts.fields().stream().map(mapping -> mapping.field().code()).toList();
    Document keys =
        new Document("identifier", facts.iatiIdentifier())
            .append("owner", facts.owner().code())
            .append("reportingOrganisation", facts.reportingOrganisation().ref())
            .append(
                "countries",
                facts.countries().stream()
                    .map(CountryShare::country)
                    .map(CountryCode::code)
                    .toList())
            .append("fields", fields.isEmpty() ? List.of(UNCLASSIFIED) : fields)
            .append("status", activity.state().code());
    facts.scheme().ifPresent(scheme -> keys.append("scheme", scheme));
    facts.step().ifPresent(step -> keys.append("step", step));
    return keys;
  }
}
