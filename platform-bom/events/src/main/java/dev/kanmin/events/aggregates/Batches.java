package dev.kanmin.events.aggregates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Work that goes to the store many pieces in one round trip. While the lanes are taken the next
 * batch gathers, so batches grow with the load, and with no load a lone piece waits for nobody.
 */
final class Batches<T> {
  private final int lanes;
  private final int largest;
  private final Duration patience;
  private final Function<List<T>, Mono<?>> work;
  private List<T> gathering = new ArrayList<>();
  private int underWay;

  /**
   * @param lanes batches under way at once
   * @param largest pieces in one batch
   * @param work carries a batch out, and tells its pieces how it went, a failure too; what it
   *     answers only says when the lane is free
   */
  Batches(int lanes, int largest, Function<List<T>, Mono<?>> work) {
    this(lanes, largest, Duration.ZERO, work);
  }

  /**
   * @param patience for work that nobody waits for: how long a lane that would go out with few
   *     pieces lets more of them gather first
   */
  Batches(int lanes, int largest, Duration patience, Function<List<T>, Mono<?>> work) {
    this.lanes = lanes;
    this.largest = largest;
    this.patience = patience;
    this.work = work;
  }

  void add(T piece) {
    synchronized (this) {
      gathering.add(piece);
      if (underWay == lanes) {
        return;
      }
      underWay++;
    }
    next();
  }

  /** Uses the lane that the caller holds for the next batch, or gives it back. */
  private void next() {
    if (patience.isZero() || !isWorthWaiting()) {
      carryOut();
    } else {
      Mono.delay(patience).subscribe(tick -> carryOut());
    }
  }

  private void carryOut() {
    List<T> batch = take();
    if (!batch.isEmpty()) {
      Mono.defer(() -> work.apply(batch)).onErrorComplete().doFinally(signal -> next()).subscribe();
    }
  }

  private synchronized boolean isWorthWaiting() {
    return !gathering.isEmpty() && gathering.size() < largest / 10;
  }

  private synchronized List<T> take() {
    if (gathering.isEmpty()) {
      underWay--;
      return List.of();
    }
    if (gathering.size() <= largest) {
      List<T> all = gathering;
      gathering = new ArrayList<>();
      return all;
    }
    List<T> batch = List.copyOf(gathering.subList(0, largest));
    gathering = new ArrayList<>(gathering.subList(largest, gathering.size()));
    return batch;
  }
}
