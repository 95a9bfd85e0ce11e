package dev.kanmin.events.aggregates;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What time alone brings about: a command for each aggregate whose moment has come, in the name of
 * the agency that looks after it. Any number of replicas may look: the decider lets it happen once.
 */
public final class DueCommands<C, E, S> {
  private static final Logger log = LoggerFactory.getLogger(DueCommands.class);

  private final Aggregates<C, E, S> aggregates;
  private final String dueKey;
  private final Function<S, AgencyCode> owner;
  private final C command;
  private final Clock clock;

  /**
   * Looks when it is asked to.
   *
   * @param dueKey search key with the moment, absent of aggregates that wait for none
   * @param owner of an aggregate that has that key
   * @param command leads to nothing where it is not yet, or no longer, time
   */
  public DueCommands(
      Aggregates<C, E, S> aggregates,
      String dueKey,
      Function<S, AgencyCode> owner,
      C command,
      Clock clock) {
    this.aggregates = aggregates;
    this.dueKey = dueKey;
    this.owner = owner;
    this.command = command;
    this.clock = clock;
  }

  /**
   * One look. What goes wrong is logged, stops no other aggregate, and is tried again by the next
   * look.
   *
   * @return how many commands were carried out
   */
  public Mono<Long> check() {
    return Flux.defer(() -> dueAt(clock.instant()))
        .count()
        .doOnError(failure -> log.warn("{} was not looked for: {}", name(), failure.toString()))
        .onErrorComplete();
  }

  private Flux<Receipt> dueAt(Instant now) {
    return Flux.from(aggregates.collection().find(Filters.lte(dueKey, Date.from(now))))
        .concatMap(due -> carryOut(due, now));
  }

  private Mono<Receipt> carryOut(Document due, Instant now) {
    return Mono.fromSupplier(() -> aggregates.read(due))
        .map(stored -> new Actor(owner.apply(stored.state()).code(), "timer"))
        .flatMap(
            actor ->
                aggregates.handle(due.getString("_id"), command, CommandContext.of(actor, now)))
        .doOnError(
            failure -> log.warn("{} of {} failed: {}", name(), due.get("_id"), failure.toString()))
        .onErrorComplete();
  }

  private String name() {
    return command.getClass().getSimpleName();
  }
}
