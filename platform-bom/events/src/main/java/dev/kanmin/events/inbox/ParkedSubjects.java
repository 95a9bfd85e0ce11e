package dev.kanmin.events.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.wire.EventEnvelope;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The subjects that consumers of this service have parked: a durable mark each, listed, explained
 * and replayed in order.
 *
 * <p>The mark is written before a record goes to the dead-letter topic and names the newest
 * sequence forwarded. A replay that has applied that very sequence lifts the mark in one guarded
 * step; if another record was forwarded meanwhile the step fails and the replay goes on. So nothing
 * overtakes and nothing is left behind.
 */
public final class ParkedSubjects {
  private static final String LAST = "lastSequence";

  private final MongoCollection<Document> marks;
  private final Clock clock;

  /** By consumer: a service may follow several topics in one group. */
  private final Map<Source, DeadLetters> replays = new ConcurrentHashMap<>();

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  private record Source(String group, String topic) {}

  public ParkedSubjects(MongoCollection<Document> marks, Clock clock) {
    this.marks = marks;
    this.clock = clock;
  }

  /** All parked subjects, oldest first. */
  public Flux<ParkedSubject> list() {
    return Flux.from(marks.find().sort(new Document("since", 1).append("_id", 1)))
        .map(ParkedSubjects::read);
  }

  public Mono<ParkedSubject> find(String id) {
    return Mono.from(marks.find(Filters.eq("_id", id)).first()).map(ParkedSubjects::read);
  }

  /**
   * Offers the events of a parked subject to its consumer again, oldest first, and releases the
   * subject when all are taken.
   *
   * @return empty when no such subject is parked
   */
  public Mono<ReplayReport> replay(String id) {
    return find(id)
        .flatMap(
            parked -> {
              DeadLetters letters = replays.get(new Source(parked.group(), parked.topic()));
              if (letters == null) {
                return Mono.error(
                    new IllegalStateException(
                        "Nothing here follows %s as %s any more"
                            .formatted(parked.topic(), parked.group())));
              }
              return letters.replay(parked);
            });
  }

  void register(String group, String topic, DeadLetters letters) {
    replays.put(new Source(group, topic), letters);
  }

  /** Whether a subject is parked; keeps the newest forwarded sequence with the mark if it is. */
  boolean isParked(String group, String topic, EventEnvelope event) {
    String id = id(group, topic, event);
    if (!known.contains(id)) {
      return false;
    }
    Document mark =
        Mono.from(
                marks.findOneAndUpdate(Filters.eq("_id", id), Updates.max(LAST, event.sequence())))
            .block();
    if (mark == null) {
      known.remove(id); // a replay, here or on another node, has released it
    }
    return mark != null;
  }

  void park(String group, String topic, int partition, EventEnvelope event, String reason) {
    String id = id(group, topic, event);
    Bson mark =
        Updates.combine(
            Updates.setOnInsert("group", group),
            Updates.setOnInsert("topic", topic),
            Updates.setOnInsert("partition", partition),
            Updates.setOnInsert("subject", event.subject()),
            Updates.setOnInsert("since", Date.from(clock.instant())),
            Updates.setOnInsert("failedEvent", event.reference()),
            Updates.setOnInsert("failedSequence", event.sequence()),
            Updates.setOnInsert("reason", reason),
            Updates.max(LAST, event.sequence()));
    Mono.from(marks.updateOne(Filters.eq("_id", id), mark, new UpdateOptions().upsert(true)))
        .block();
    known.add(id);
  }

  /**
   * Reads the marks again. A consumer calls this whenever a partition comes to it, since another
   * node may have parked subjects of it; between two calls this process is the only one that parks
   * there.
   */
  void refresh() {
    Flux.from(marks.find()).map(mark -> mark.getString("_id")).doOnNext(known::add).blockLast();
  }

  /** Lifts the mark if nothing newer than the given sequence was forwarded. */
  Mono<Boolean> release(ParkedSubject parked, long applied) {
    return Mono.from(
            marks.deleteOne(
                Filters.and(Filters.eq("_id", parked.id()), Filters.lte(LAST, applied))))
        .map(result -> result.getDeletedCount() == 1);
  }

  private static ParkedSubject read(Document mark) {
    return new ParkedSubject(
        mark.getString("_id"),
        mark.getString("group"),
        mark.getString("topic"),
        mark.getInteger("partition"),
        mark.getString("subject"),
        mark.getDate("since").toInstant(),
        mark.getString("failedEvent"),
        mark.getLong("failedSequence"),
        mark.getString("reason"),
        mark.getLong(LAST));
  }

  private static String id(String group, String topic, EventEnvelope event) {
    return Ids.derived("prk", group, topic, event.source(), event.subject());
  }
}
