package dev.kanmin.directory.merge;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.Rule;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which record of a kind goes on in which other's place. A merge is entered here first and carried
 * out on the record then, so that there is one place that knows all of them and in which a circle
 * is seen: whoever enters the arrow that would close one sees every arrow before it, and takes its
 * own back. Two that close it at once both do.
 */
public final class Merges {
  static final Rule INTO_ITSELF =
      Rule.invalid("merge-into-itself", "A record is not merged into itself");
  static final Rule GOES_ON_ALREADY =
      Rule.conflict("merge-in-a-circle", "The other record goes on in this one's place");
  static final Rule MERGED_ELSEWHERE =
      Rule.conflict("merged-elsewhere", "The record is merged into another one");

  private static final String INTO = "into";

  /** Longer than any chain of merges should be; one that is longer is a fault of ours. */
  private static final int LONGEST_WAY = 1_000;

  private final MongoCollection<Document> arrows;

  /**
   * @param collection such as {@code company-merges}
   */
  public Merges(AggregateStore store, String collection) {
    this.arrows = store.collection(collection, List.of());
  }

  /** The id of the record that goes on; the same one if it was never merged. */
  public Mono<String> survivor(String id) {
    return way(id).last();
  }

  /**
   * Merges a record into another one, or into the one that goes on in that one's place.
   *
   * @param check fails unless the other record can go on and the caller may merge this one into it:
   *     only who may enters an arrow, so that no refused request takes an accepted one's back
   * @param merge carries it out on the record, given the id of the one that goes on; if it is
   *     refused, nothing was merged
   */
  public <T> Mono<T> merge(
      String id,
      String into,
      Function<String, ? extends Mono<?>> check,
      Function<String, Mono<T>> merge) {
    if (id.equals(into)) {
      return Mono.error(() -> INTO_ITSELF.refuse("Name another one.", "/into"));
    }
    return survivor(into)
        .flatMap(
            other ->
                other.equals(id)
                    ? Mono.error(inACircle(into, id))
                    : Mono.defer(() -> check.apply(other))
                        .then(enter(id, other))
                        .flatMap(entered -> carryOut(id, other, entered, merge.apply(other))));
  }

  private <T> Mono<T> carryOut(String id, String other, boolean entered, Mono<T> merge) {
    return way(other)
        .any(id::equals)
        .flatMap(circle -> circle ? Mono.<T>error(inACircle(other, id)) : merge)
        .onErrorResume(
            Refusal.class,
            refusal ->
                (entered ? takeBack(id, other) : Mono.<Void>empty()).then(Mono.error(refusal)));
  }

  /** Whether it was new. Another arrow from there that somebody entered before stays. */
  private Mono<Boolean> enter(String id, String into) {
    return Mono.from(arrows.insertOne(new Document("_id", id).append(INTO, into)))
        .map(inserted -> true)
        .onErrorResume(
            MongoWriteException.class,
            taken ->
                next(id)
                    .flatMap(
                        there ->
                            there.equals(into)
                                ? Mono.just(false)
                                : Mono.error(
                                    MERGED_ELSEWHERE.refuse(
                                        "It is merged into " + there + ".", "/into"))));
  }

  private Mono<Void> takeBack(String id, String into) {
    return Mono.from(arrows.deleteOne(Filters.and(Filters.eq("_id", id), Filters.eq(INTO, into))))
        .then();
  }

  /** The record and all that went on in its place, up to where the way ends or comes back. */
  private Flux<String> way(String id) {
    return Mono.just(id).expand(this::next).take(LONGEST_WAY).distinct();
  }

  private Mono<String> next(String id) {
    return Mono.from(arrows.find(Filters.eq("_id", id)).first()).map(it -> it.getString(INTO));
  }

  private static Throwable inACircle(String other, String id) {
    return GOES_ON_ALREADY.refuse(other + " is merged into " + id + ".", "/into");
  }

  /** Ids that lead to this one, near and far. */
  public Flux<String> mergedInto(String id) {
    return Flux.from(arrows.find(Filters.eq(INTO, id)))
        .map(it -> it.getString("_id"))
        .expand(
            earlier ->
                Flux.from(arrows.find(Filters.eq(INTO, earlier))).map(it -> it.getString("_id")))
        .take(LONGEST_WAY);
  }
}
