package dev.kanmin.events.aggregates;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * Lets the commands on one aggregate go one after the other in this process. Correctness rests on
 * the version in the store; taking turns saves the work of deciding again and again while a crowd
 * applies for the same mission.
 *
 * <p>A command that has begun is finished even if its caller has gone.
 */
final class Turns {
  private final Map<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();

  <T> Mono<T> inTurn(String id, Mono<T> work) {
    return Mono.fromFuture(() -> queue(id, work), true);
  }

  private <T> CompletableFuture<T> queue(String id, Mono<T> work) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<?> before = last.put(id, mine);
    var _ = mine.whenComplete((result, failure) -> last.remove(id, mine));
    if (before == null) {
      begin(work, mine);
    } else {
      var _ = before.whenComplete((result, failure) -> begin(work, mine));
    }
    return mine;
  }

  @SuppressWarnings(
      "NullAway") // an empty result completes the future with null, which Mono.fromFuture turns
  // into empty again
  private static <T> void begin(Mono<T> work, CompletableFuture<T> mine) {
    work.subscribe(mine::complete, mine::completeExceptionally, () -> mine.complete(null));
  }
}
