package dev.kanmin.events;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Copies of another service's facts, one document per subject. Each remembers the sequence it
 * stands at: a higher one replaces it, a lower or equal one is a duplicate. So deliveries may
 * repeat and restarts may re-read.
 */
public final class Copies {
  /** Name of the field that holds the sequence a copy stands at. */
  public static final String SEQUENCE = "sequence";

  private final MongoCollection<Document> collection;

  Copies(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /** The copies, for queries. */
  public MongoCollection<Document> collection() {
    return collection;
  }

  /**
   * Takes an event over into the copy of its subject.
   *
   * @param change the copy after the event, from the copy before it; without {@code _id} and {@link
   *     #SEQUENCE}
   * @return false when the event was a duplicate
   */
  public Mono<Boolean> apply(EventEnvelope event, Function<Optional<Document>, Document> change) {
    return Mono.from(collection.find(Filters.eq("_id", event.subject())).first())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(old -> apply(event, old, change))
        .retryWhen(Retry.backoff(10, Duration.ofMillis(2)).filter(Copies::isLost));
  }

  private Mono<Boolean> apply(
      EventEnvelope event, Optional<Document> old, Function<Optional<Document>, Document> change) {
    long stands = old.map(document -> document.getLong(SEQUENCE)).orElse(0L);
    if (event.sequence() <= stands) {
      return Mono.just(false);
    }
    Document copy =
        new Document(change.apply(old))
            .append("_id", event.subject())
            .append(SEQUENCE, event.sequence());
    if (old.isEmpty()) {
      return Mono.from(collection.insertOne(copy)).thenReturn(true);
    }
    var asRead = Filters.and(Filters.eq("_id", event.subject()), Filters.eq(SEQUENCE, stands));
    return Mono.from(collection.replaceOne(asRead, copy))
        .map(
            result -> {
              if (result.getMatchedCount() == 0) {
                throw new LostRace();
              }
              return true;
            });
  }

  private static boolean isLost(Throwable failure) {
    return failure instanceof LostRace
        || (failure instanceof MongoWriteException write
            && ErrorCategory.fromErrorCode(write.getError().getCode())
                == ErrorCategory.DUPLICATE_KEY);
  }

  /** Another delivery of this subject was faster. */
  private static final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostRace() {
      super("another delivery was faster", null, false, false);
    }
  }
}
