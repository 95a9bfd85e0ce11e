package dev.kanmin.marketintelligence.watch;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whose mail is next. Each watch that has something to tell stands in the row once, however much it
 * has: it is served whole, and stands behind the others again. So ten thousand items of one watch
 * keep no other one waiting for longer than one mail takes.
 */
@Component
class Turns {
  private static final String DUE = "due";
  private static final String FREE = "free";
  private static final String ARRIVALS = "arrivals";
  private static final String ROUND = "round";

  /** Whoever took a turn and ended meanwhile loses it then; longer than any mail takes. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final MongoCollection<Document> collection;

  Turns(AggregateStore store) {
    this.collection =
        store.collection("watch-turns", List.of(StoreIndex.ascending("due", DUE, "_id")));
  }

  /**
   * A watch's turn.
   *
   * @param arrivals how many alerts had come when it was taken
   * @param round of its mails, counted from 0
   */
  record Turn(String watch, long arrivals, long round) {}

  /**
   * An alert has come: the watch is served when it is due, unless it stands there already, and not
   * before the gap behind its last mail is over.
   */
  Mono<Void> arrived(String watch, Instant due) {
    return Mono.from(
            collection.findOneAndUpdate(
                Filters.eq("_id", watch),
                Updates.combine(Updates.inc(ARRIVALS, 1L), Updates.setOnInsert(ROUND, 0L)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
        .filter(turn -> !turn.containsKey(DUE))
        .flatMap(
            turn -> {
              Instant free =
                  Optional.ofNullable(turn.getDate(FREE)).map(it -> it.toInstant()).orElse(due);
              return Mono.from(
                  collection.updateOne(
                      Filters.and(Filters.eq("_id", watch), Filters.exists(DUE, false)),
                      Updates.set(DUE, Date.from(free.isAfter(due) ? free : due))));
            })
        .then();
  }

  /** Takes the watch that has been due for longest; empty if none is. */
  Mono<Turn> take(Instant now) {
    return Mono.from(
            collection.findOneAndUpdate(
                Filters.lte(DUE, Date.from(now)),
                Updates.set(DUE, Date.from(now.plus(LEASE))),
                new FindOneAndUpdateOptions().sort(Sorts.ascending(DUE, "_id"))))
        .map(it -> new Turn(it.getString("_id"), number(it, ARRIVALS), number(it, ROUND)));
  }

  /** It comes again then. */
  Mono<Void> again(Turn turn, Instant due) {
    return Mono.from(
            collection.updateOne(Filters.eq("_id", turn.watch()), Updates.set(DUE, Date.from(due))))
        .then();
  }

  /**
   * Its mail is settled, and more waits for the next one.
   *
   * @param next when that is due
   */
  Mono<Void> settled(Turn turn, Instant next) {
    return Mono.from(
            collection.updateOne(
                Filters.eq("_id", turn.watch()),
                Updates.combine(
                    Updates.set(DUE, Date.from(next)), Updates.set(ROUND, turn.round() + 1))))
        .then();
  }

  /** Its mail is settled and nothing waits, unless something came since the turn was taken. */
  Mono<Void> idle(Turn turn, Instant next) {
    return Mono.from(
            collection.updateOne(
                Filters.and(Filters.eq("_id", turn.watch()), Filters.eq(ARRIVALS, turn.arrivals())),
                Updates.combine(
                    Updates.unset(DUE),
                    Updates.set(FREE, Date.from(next)),
                    Updates.set(ROUND, turn.round() + 1))))
        .flatMap(done -> done.getMatchedCount() == 1 ? Mono.empty() : settled(turn, next));
  }

  private static long number(Document turn, String name) {
    return turn.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
