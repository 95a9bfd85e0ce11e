package dev.kanmin.trademissions.activity;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.Cell;
import dev.kanmin.events.AggregateStore;
import dev.kanmin.events.Copies;
import dev.kanmin.events.EventEnvelope;
import dev.kanmin.events.StoreIndex;
import dev.kanmin.trademissions.activity.ActivityChanged.Activity;
import dev.kanmin.web.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The copies, one per activity, kept by the sequence of its events. */
@Component
public class ActivityCopies {
  /** Most activities that a mission shows. */
  static final int MOST_SHOWN = 100;

  static final List<StoreIndex> INDEXES =
      List.of(StoreIndex.ascending("cells", "cells", "_id"), StoreIndex.ascending("time", "time"));

  private static final String CELLS = "cells";
  private static final String TIME = "time";

  private final Copies copies;

  ActivityCopies(AggregateStore store) {
    this.copies = store.copies("activity-copies", INDEXES);
  }

  /** Takes an event over; a duplicate changes nothing. */
  Mono<Void> take(ActivityChanged event, EventEnvelope envelope) {
    return copies.apply(envelope, before -> copy(event.activity(), envelope.time())).then();
  }

  /** The activities of these cells, the first {@value #MOST_SHOWN} by id. */
  public Mono<ActivityView.OfCells> of(List<Cell> cells) {
    List<String> wanted = cells.stream().map(Cell::toString).toList();
    Bson inCells = Filters.in(CELLS, wanted);
    Mono<List<ActivityView>> items =
        Flux.from(
                copies
                    .collection()
                    .find(inCells)
                    .sort(new Document("_id", 1))
                    .limit(MOST_SHOWN + 1))
            .map(document -> view(document, cells))
            .collectList();
    return items.flatMap(
        found ->
            Mono.zip(
                asOf(),
                found.size() > MOST_SHOWN
                    ? Mono.from(copies.collection().countDocuments(inCells))
                    : Mono.just((long) found.size()),
                (asOf, all) -> ofCells(found, asOf, all)));
  }

  private static ActivityView.OfCells ofCells(
      List<ActivityView> found, Optional<Instant> asOf, long all) {
    return all <= MOST_SHOWN
        ? new ActivityView.OfCells(found, asOf, List.of())
        : new ActivityView.OfCells(
            found.subList(0, MOST_SHOWN),
            asOf,
            List.of(new Page.LeftOut("more-activities", all - MOST_SHOWN)));
  }

  private Mono<Optional<Instant>> asOf() {
    return Mono.from(copies.collection().find().sort(new Document(TIME, -1)).limit(1).first())
        .map(newest -> Optional.of(newest.getDate(TIME).toInstant()))
        .defaultIfEmpty(Optional.empty());
  }

  private static Document copy(Activity activity, Instant at) {
    Document copy =
        new Document("iatiIdentifier", activity.iatiIdentifier())
            .append("title", new Document(new LinkedHashMap<>(activity.title())))
            .append(CELLS, cells(activity))
            .append(TIME, Date.from(at));
    activity.status().ifPresent(status -> copy.append("status", status));
    activity.scheme().ifPresent(scheme -> copy.append("scheme", scheme));
    activity.step().ifPresent(step -> copy.append("step", step));
    return copy;
  }

  /** An unclassified activity belongs to no cell. */
  private static List<String> cells(Activity activity) {
    return activity.countries().stream()
        .flatMap(
            share ->
                activity.fields().stream().map(mapped -> share.country() + "/" + mapped.field()))
        .distinct()
        .toList();
  }

  private static ActivityView view(Document copy, Collection<Cell> wanted) {
    List<String> cells = copy.getList(CELLS, String.class);
    Map<String, String> title = new LinkedHashMap<>();
    copy.get("title", Document.class)
        .forEach((language, text) -> title.put(language, String.valueOf(text)));
    return new ActivityView(
        copy.getString("_id"),
        copy.getString("iatiIdentifier"),
        title,
        Optional.ofNullable(copy.getString("status")),
        Optional.ofNullable(copy.getString("scheme")),
        Optional.ofNullable(copy.getString("step")),
        wanted.stream().filter(cell -> cells.contains(cell.toString())).toList());
  }
}
