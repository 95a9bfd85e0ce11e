package dev.kanmin.trademissions.meeting;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/**
 * What is kept of searches while they go on: which process is at it, and the best plan so far. One
 * document per plan; it is no part of the plan, which changes once, when the search is over.
 */
@Component
class Searches {
  /** A process that is gone for so long loses its search to another, or to its next start. */
  private static final Duration CLAIM = Duration.ofSeconds(20);

  private static final String RUN = "run";
  private static final String OWNER = "owner";
  private static final String UNTIL = "until";

  private final MongoCollection<Document> searches;
  private final Clock clock;
  private final String me = UUID.randomUUID().toString();

  Searches(AggregateStore store, Clock clock) {
    this.searches = store.collection("meeting-searches", List.of());
    this.clock = clock;
  }

  /** What was saved of a search. */
  record Saved(SearchProgress progress, List<Meeting> best) {}

  /** Takes a search on; empty when another process is at it. */
  Mono<Boolean> claim(String plan, String run) {
    Date now = Date.from(clock.instant());
    Document anew =
        new Document(RUN, run)
            .append(OWNER, me)
            .append(UNTIL, Date.from(clock.instant().plus(CLAIM)));
    Bson free =
        Filters.and(
            Filters.eq("_id", plan),
            Filters.or(Filters.eq(OWNER, me), Filters.lt(UNTIL, now), Filters.ne(RUN, run)));
    return Mono.from(
            searches.updateOne(
                Filters.eq("_id", plan),
                Updates.setOnInsert(new Document(RUN, "").append(UNTIL, Date.from(Instant.EPOCH))),
                new UpdateOptions().upsert(true)))
        .then(
            Mono.from(
                searches.findOneAndUpdate(
                    free,
                    new Document("$set", anew),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))))
        .map(claimed -> true)
        .defaultIfEmpty(false);
  }

  /** Keeps the claim, and what is new. */
  Mono<Void> save(String plan, Saved saved) {
    return Mono.from(
            searches.updateOne(
                Filters.and(
                    Filters.eq("_id", plan),
                    Filters.eq(RUN, saved.progress().run()),
                    Filters.eq(OWNER, me)),
                Updates.combine(
                    Updates.set(UNTIL, Date.from(clock.instant().plus(CLAIM))),
                    Updates.set("progress", Json.events().writeValueAsString(saved.progress())),
                    Updates.set("best", Json.events().writeValueAsString(saved.best())))))
        .then();
  }

  /** Keeps the claim. */
  Mono<Void> renew(String plan) {
    return Mono.from(
            searches.updateOne(
                Filters.and(Filters.eq("_id", plan), Filters.eq(OWNER, me)),
                Updates.set(UNTIL, Date.from(clock.instant().plus(CLAIM)))))
        .then();
  }

  /** Lets another process go on at once. */
  Mono<Void> release(String plan) {
    return Mono.from(
            searches.updateOne(
                Filters.and(Filters.eq("_id", plan), Filters.eq(OWNER, me)),
                Updates.set(UNTIL, Date.from(Instant.EPOCH))))
        .then();
  }

  /** The best plan of that search; empty when none was saved yet. */
  Mono<Saved> saved(String plan, String run) {
    return Mono.from(searches.find(Filters.eq("_id", plan)).first())
        .flatMap(document -> Mono.justOrEmpty(read(document)))
        .filter(saved -> saved.progress().run().equals(run));
  }

  private static Optional<Saved> read(Document document) {
    return Optional.ofNullable(document.getString("progress"))
        .map(
            progress ->
                new Saved(
                    Json.events().readValue(progress, SearchProgress.class),
                    Json.events()
                        .readValue(
                            document.getString("best"), new TypeReference<List<Meeting>>() {})));
  }
}
