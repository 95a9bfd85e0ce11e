package dev.kanmin.events.aggregates;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.TallyClients.Wish;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** A service process that counts tallies, until it dies at the step that is planned for it. */
final class MortalTallies implements AutoCloseable {
  private static final int CLIENTS = 8;

  /** Steps of one kind before the fatal one, at most. */
  private static final int BUSY = 20;

  private static final Duration SWEEP = Duration.ofMillis(15);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  final Life life = new Life();
  private final CrashPlan<RelaySteps.Step> plan =
      new CrashPlan<>(life, RelaySteps.Step.class, BUSY);
  private final MongoCollection<Document> collection;
  private final Producer<byte[], byte[]> broker = life.broker(Parts.producer());
  private final Relay relay;
  private final Aggregates<Tally.Command, Tally.Event, Tally> tallies;

  /**
   * How a process is built: correctly, or with a defect between its code and the outside, which
   * makes the whole behave as wrong code would.
   */
  interface Build {
    Build CORRECT = new Build() {};

    default Producer<byte[], byte[]> broker(Producer<byte[], byte[]> broker) {
      return broker;
    }

    default MongoCollection<Document> store(MongoCollection<Document> store) {
      return store;
    }

    /** Hears of every step that the living process takes. */
    default void reached(RelaySteps.Step step, String id, long sequence) {}
  }

  MortalTallies(String topic, MongoCollection<Document> store, InFlight inFlight, Build build) {
    collection = build.store(life.store(store));
    relay =
        new Relay(
            build.broker(broker),
            topic,
            (step, id, sequence) -> {
              plan.reached(step, () -> inFlight.reached(step, id, sequence));
              if (!life.isOver()) {
                build.reached(step, id, sequence);
              }
            });
    tallies = new Aggregates<>(Tally.TYPE, Tally.EVENTS, collection, relay);
  }

  /** Serves clients and sweeps until it dies; says where that was. */
  RelaySteps.Step runToItsDeath(TallyClients clients, Random random) {
    plan.arm(random);
    Flux.merge(sweeps(), asked(clients)).takeUntilOther(life.ended()).blockLast(PATIENCE);
    if (!life.isOver()) {
      throw new AssertionError(plan.fatal() + " was never reached");
    }
    return plan.fatal();
  }

  private Flux<Integer> sweeps() {
    return Mono.defer(() -> relay.sweep(collection, Duration.ZERO))
        .delaySubscription(SWEEP)
        .repeat();
  }

  private Flux<Integer> asked(TallyClients clients) {
    return Flux.<Wish>generate(
            sink -> {
              if (life.isOver()) {
                sink.complete();
              } else {
                sink.next(clients.next());
              }
            })
        .flatMap(wish -> ask(clients, wish), CLIENTS, 1)
        .cast(Integer.class);
  }

  /** An answer that a dead process still had in mind reaches nobody. */
  private Mono<Void> ask(TallyClients clients, Wish wish) {
    return handled(wish)
        .materialize()
        .cache() // the command goes on when its client hangs up
        .takeUntilOther(life.ended())
        .filter(answer -> !life.isOver())
        .doOnNext(answer -> hear(clients, wish, answer))
        .then();
  }

  /** Every command may be the one that bears its aggregate, so both ways must lead to the same. */
  private Mono<Receipt> handled(Wish wish) {
    return wish.number % 2 == 0
        ? tallies.bear(wish.subject, wish.command, wish.context())
        : tallies.handle(wish.subject, wish.command, wish.context());
  }

  private static void hear(TallyClients clients, Wish wish, Signal<Receipt> answer) {
    switch (answer.getThrowable()) {
      case null -> clients.answered(wish, answer.get());
      case Refusal refusal -> clients.refused(wish);
      case Throwable failure -> throw new AssertionError(wish + " failed", failure);
    }
  }

  /** One round of what brings the process to rest; whether nothing is left to do. */
  boolean isAtRest() {
    return relay.sweep(collection, Duration.ZERO).blockOptional(PATIENCE).orElse(0) == 0
        && relay.underWay() == 0;
  }

  Function<Document, Stored<Tally>> reading() {
    return tallies::read;
  }

  /** A dead process sends no more; its threads end when nobody can call them any more. */
  @Override
  public void close() {
    if (life.isOver()) {
      broker.close();
      CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(relay::close);
    } else {
      relay.close();
    }
  }
}
