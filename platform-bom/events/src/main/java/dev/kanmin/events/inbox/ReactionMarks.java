package dev.kanmin.events.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.aggregates.Upserts;
import dev.kanmin.events.inbox.ReactionReport.RefusedCommand;
import dev.kanmin.events.wire.EventEnvelope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * A durable mark for each policy and event: how far the reactions have got, and what came of them.
 * It outlives the idempotency keys of the targets, so that an event which is delivered again after
 * weeks has no second effect.
 */
final class ReactionMarks {
  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-chain", "chain", "_id"),
          new StoreIndex("by-time", new Document("since", -1).append("_id", 1), false));

  private static final String DONE_THROUGH = "doneThrough";
  private static final String FINISHED = "finished";
  private static final UpdateOptions OR_BEGIN = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> marks;
  private final Clock clock;

  /** What became of one command. */
  sealed interface Outcome {
    record Accepted() implements Outcome {}

    record Unchanged() implements Outcome {}

    record RefusedBy(String target, Rule rule) implements Outcome {}
  }

  /** How far the reactions of a policy to an event have got. */
  record Mark(String doneThrough, boolean finished, int refused) {
    static final Mark NONE = new Mark("", false, 0);
  }

  ReactionMarks(MongoCollection<Document> marks, Clock clock) {
    this.marks = marks;
    this.clock = clock;
  }

  Mono<Mark> find(String policy, EventEnvelope event) {
    return Mono.from(marks.find(Filters.eq("_id", id(policy, event))).first())
        .map(
            mark ->
                new Mark(
                    mark.getString(DONE_THROUGH),
                    mark.getBoolean(FINISHED),
                    mark.getLong("refused").intValue()))
        .defaultIfEmpty(Mark.NONE);
  }

  /**
   * Moves a mark on.
   *
   * @param doneThrough the place of the last command done
   * @param finished whether it was the last of all
   * @return the mark as it is now; {@link LostRace} if another delivery has moved it meanwhile
   */
  Mono<Mark> advance(
      String policy,
      EventEnvelope event,
      Mark from,
      String doneThrough,
      boolean finished,
      List<Outcome> outcomes) {
    List<Document> refusals = refusals(outcomes, from.refused());
    Date now = Date.from(clock.instant());
    List<Bson> changes =
        new ArrayList<>(
            List.of(
                Updates.setOnInsert("policy", policy),
                Updates.setOnInsert("event", event.reference()),
                Updates.setOnInsert("chain", event.chain()),
                Updates.setOnInsert("since", now),
                Updates.set("at", now),
                Updates.set(DONE_THROUGH, doneThrough),
                Updates.set(FINISHED, finished),
                Updates.inc("accepted", count(outcomes, Outcome.Accepted.class)),
                Updates.inc("unchanged", count(outcomes, Outcome.Unchanged.class)),
                Updates.inc("refused", count(outcomes, Outcome.RefusedBy.class)),
                Updates.pushEach("refusals", refusals, new PushOptions())));
    Bson asRead =
        Filters.and(
            Filters.eq("_id", id(policy, event)),
            Filters.eq(DONE_THROUGH, from.doneThrough()),
            Filters.eq(FINISHED, false));
    return Mono.from(marks.updateOne(asRead, Updates.combine(changes), OR_BEGIN))
        .onErrorMap(Upserts::isKeyTaken, failure -> new LostRace())
        .thenReturn(
            new Mark(
                doneThrough,
                finished,
                from.refused() + (int) count(outcomes, Outcome.RefusedBy.class)));
  }

  private static long count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }

  private static List<Document> refusals(List<Outcome> outcomes, int before) {
    return outcomes.stream()
        .flatMap(
            outcome ->
                outcome instanceof Outcome.RefusedBy refused
                    ? Stream.of(refused)
                    : Stream.<Outcome.RefusedBy>empty())
        .limit(Math.max(0, ReactionReport.MOST_REFUSALS - before))
        .map(
            refused ->
                new Document("target", refused.target())
                    .append("rule", refused.rule().code())
                    .append("title", refused.rule().title()))
        .toList();
  }

  static ReactionReport read(Document mark) {
    return new ReactionReport(
        mark.getString("policy"),
        mark.getString("event"),
        mark.getString("chain"),
        mark.getDate("since").toInstant(),
        mark.getDate("at").toInstant(),
        mark.getBoolean(FINISHED),
        mark.getLong("accepted"),
        mark.getLong("unchanged"),
        mark.getLong("refused"),
        Optional.ofNullable(mark.getList("refusals", Document.class)).orElse(List.of()).stream()
            .map(
                refusal ->
                    new RefusedCommand(
                        refusal.getString("target"),
                        refusal.getString("rule"),
                        refusal.getString("title")))
            .toList());
  }

  private static String id(String policy, EventEnvelope event) {
    return policy + event.reference();
  }

  /** Another delivery of the event has got further meanwhile. */
  static final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostRace() {
      super("another delivery was faster", null, false, false);
    }
  }
}
