package dev.kanmin.odalinkage.activity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.odalinkage.iati.CompactForm;
import dev.kanmin.odalinkage.iati.IatiElement;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.Page.LeftOut;
import dev.kanmin.web.PageRequest;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of activities. */
@Component
class ActivityQueries {
  /** The report may have megabytes: lists are read without it, and without what awaits sending. */
  private static final Bson WITHOUT_REPORT =
      Projections.exclude("state.report.tree", "outbox", "replies");

  private static final Bson REPORT_ALONE = Projections.include("state.report.tree");

  /** Reports that wait in memory while an export writes one. */
  private static final int REPORTS_AHEAD = 2;

  private final Aggregates<ActivityCommand, ActivityEvent, Activity> activities;

  ActivityQueries(Aggregates<ActivityCommand, ActivityEvent, Activity> activities) {
    this.activities = activities;
  }

  /**
   * An activity as lists show it.
   *
   * @param version to be sent as If-Match by an edit
   */
  record Item(String id, long version, Instant changedAt, ActivityFacts activity) {}

  /** An activity of which only the names matter. */
  record Named(String id, String iatiIdentifier) {}

  /** One activity; refused if there is none. */
  Mono<Stored<Activity>> find(String id, AgencyCode reader) {
    return activities.find(id, reader);
  }

  Mono<Page<Item>> page(ActivityFilter filter, PageRequest request) {
    return Keyset.query(
            activities.collection(), filter.bson(), WITHOUT_REPORT, request, filter.sortField())
        .map(page -> page.map(this::item))
        .flatMap(page -> leftOut(filter).map(page::leavingOut));
  }

  /** How many activities match. */
  Mono<Long> count(ActivityFilter filter) {
    return Mono.from(activities.collection().countDocuments(filter.bson()));
  }

  /** What the filter leaves out, and why. */
  Mono<List<LeftOut>> leftOut(ActivityFilter filter) {
    return filter
        .unclassified()
        .map(
            unclassified ->
                Mono.from(activities.collection().countDocuments(unclassified))
                    .map(
                        count ->
                            count == 0
                                ? List.<LeftOut>of()
                                : List.of(new LeftOut(ActivityStorage.UNCLASSIFIED, count))))
        .orElseGet(() -> Mono.just(List.of()));
  }

  /** The reports of all activities that match, one after the other, by identifier. */
  Flux<IatiElement> reports(ActivityFilter filter) {
    return Flux.from(
            activities
                .collection()
                .find(filter.bson())
                .projection(REPORT_ALONE)
                .sort(Sorts.ascending(ActivityStorage.IDENTIFIER))
                .batchSize(REPORTS_AHEAD))
        .map(ActivityQueries::report);
  }

  /** Imported activities that a publisher reported at any time. */
  Flux<Named> importedFrom(String reportingOrganisation) {
    Bson condition =
        Filters.and(
            Filters.eq(ActivityStorage.REPORTING_ORGANISATION, reportingOrganisation),
            Filters.eq("state.facts.origin", "imported"));
    return Flux.from(
            activities
                .collection()
                .find(condition)
                .projection(Projections.include(ActivityStorage.IDENTIFIER))
                .sort(Sorts.ascending(ActivityStorage.IDENTIFIER)))
        .map(
            document ->
                new Named(
                    document.getString("_id"),
                    document.get("keys", Document.class).getString("identifier")));
  }

  private Item item(Document document) {
    Stored<Activity> stored = activities.read(document);
    return new Item(
        stored.id(), stored.version(), stored.updatedAt(), stored.state().facts().orElseThrow());
  }

  private static IatiElement report(Document document) {
    Document report = document.get("state", Document.class).get("report", Document.class);
    return CompactForm.read(report.getList("tree", Object.class));
  }
}
