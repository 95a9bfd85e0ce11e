package dev.kanmin.events.aggregates;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.RepublishingState.NotTold;
import dev.kanmin.events.aggregates.RepublishingState.Status;
import dev.kanmin.events.wire.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * The one run that is kept: what it is to do, how far it has got, and which process is at it. A
 * process that has it renews its claim with each step; when it is gone, another one takes over.
 */
final class RepublishingRuns {
  private static final String ID = "republishing";
  private static final Bson THE_ONE = Filters.eq("_id", ID);
  private static final Bson RUNNING = Filters.eq("status", Status.RUNNING.code());
  private static final FindOneAndUpdateOptions AND_SHOW =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> runs;
  private final Clock clock;
  private final Duration claim;
  private final String me = UUID.randomUUID().toString();

  /** A run, with where it goes on: behind a subject of the kind at that place in the list. */
  record Run(RepublishingState state, Actor actor, int kind, String after) {}

  /** What one step has found. */
  record Step(int kind, String after, long looked, long told, List<NotTold> failures) {}

  RepublishingRuns(MongoCollection<Document> runs, Clock clock, Duration claim) {
    this.runs = runs;
    this.clock = clock;
    this.claim = claim;
  }

  Mono<RepublishingState> state() {
    return Mono.from(runs.find(THE_ONE).first()).map(document -> read(document).state());
  }

  /** False when one is under way, or was begun by the same request. */
  Mono<Boolean> begin(List<String> kinds, int perSecond, CommandContext context) {
    Instant now = clock.instant();
    Actor by = context.actor();
    String key = context.key().map(IdempotencyKey::field).orElseGet(() -> Ids.random("key", now));
    Document run =
        new Document("_id", ID)
            .append("run", Ids.random("rep", now))
            .append("status", Status.RUNNING.code())
            .append("kinds", kinds)
            .append("perSecond", perSecond)
            .append("agency", by.agency())
            .append("client", by.client())
            .append("key", key)
            .append("startedAt", Date.from(now))
            .append("at", Date.from(now))
            .append("kind", 0)
            .append("after", "")
            .append("looked", 0L)
            .append("told", 0L)
            .append("failed", 0L)
            .append("failures", List.of())
            .append("claimedUntil", Date.from(Instant.EPOCH));
    Bson another =
        Filters.and(THE_ONE, Filters.ne("status", Status.RUNNING.code()), Filters.ne("key", key));
    return Mono.from(runs.replaceOne(another, run, new ReplaceOptions().upsert(true)))
        .thenReturn(true)
        .onErrorResume(Upserts::isKeyTaken, failure -> Mono.just(false));
  }

  /** Empty when there is none under way that this process may go on with. */
  Mono<Run> claim() {
    Instant now = clock.instant();
    Bson free = Filters.or(Filters.eq("owner", me), Filters.lt("claimedUntil", Date.from(now)));
    return Mono.from(
            runs.findOneAndUpdate(
                Filters.and(THE_ONE, RUNNING, free),
                Updates.combine(
                    Updates.set("owner", me),
                    Updates.set("claimedUntil", Date.from(now.plus(claim)))),
                AND_SHOW))
        .map(RepublishingRuns::read);
  }

  /** Notes a step; nothing happens if the run has been cancelled or taken over meanwhile. */
  Mono<Void> advance(Run run, Step step) {
    List<Document> failures =
        step.failures().stream()
            .limit(Math.max(0, RepublishingState.MOST_FAILURES - run.state().failures().size()))
            .map(
                failure ->
                    new Document("subject", failure.subject()).append("reason", failure.reason()))
            .toList();
    return Mono.from(
            runs.updateOne(
                mine(run),
                Updates.combine(
                    Updates.set("kind", step.kind()),
                    Updates.set("after", step.after()),
                    Updates.set("at", Date.from(clock.instant())),
                    Updates.inc("looked", step.looked()),
                    Updates.inc("told", step.told()),
                    Updates.inc("failed", (long) step.failures().size()),
                    Updates.pushEach("failures", failures))))
        .then();
  }

  Mono<Void> finish(Run run) {
    return Mono.from(runs.updateOne(mine(run), ended(Status.FINISHED))).then();
  }

  /** Lets another process have it at once. */
  Mono<Void> giveUp() {
    return Mono.from(
            runs.updateOne(
                Filters.and(THE_ONE, Filters.eq("owner", me)),
                Updates.set("claimedUntil", Date.from(Instant.EPOCH))))
        .then();
  }

  Mono<Void> cancel() {
    return Mono.from(runs.updateOne(Filters.and(THE_ONE, RUNNING), ended(Status.CANCELLED))).then();
  }

  private Bson mine(Run run) {
    return Filters.and(
        THE_ONE, RUNNING, Filters.eq("run", run.state().id()), Filters.eq("owner", me));
  }

  private Bson ended(Status status) {
    return Updates.combine(
        Updates.set("status", status.code()), Updates.set("at", Date.from(clock.instant())));
  }

  private static Run read(Document run) {
    List<String> kinds = run.getList("kinds", String.class);
    Status status = Status.valueOf(run.getString("status").toUpperCase(Locale.ROOT));
    int kind = run.getInteger("kind");
    Actor actor = new Actor(run.getString("agency"), run.getString("client"));
    return new Run(
        new RepublishingState(
            run.getString("run"),
            status,
            kinds,
            run.getInteger("perSecond"),
            actor.toString(),
            run.getDate("startedAt").toInstant(),
            run.getDate("at").toInstant(),
            status == Status.RUNNING && kind < kinds.size()
                ? Optional.of(kinds.get(kind))
                : Optional.empty(),
            run.getLong("looked"),
            run.getLong("told"),
            run.getLong("failed"),
            run.getList("failures", Document.class).stream()
                .map(
                    failure ->
                        new NotTold(failure.getString("subject"), failure.getString("reason")))
                .toList()),
        actor,
        kind,
        run.getString("after"));
  }
}
