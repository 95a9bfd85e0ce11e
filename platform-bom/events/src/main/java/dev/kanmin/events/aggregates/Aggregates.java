package dev.kanmin.events.aggregates;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.RelaySteps.Step;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The aggregates of one type: loads, decides, evolves and stores in <em>one</em> update which
 * carries the new events along, then hands them to the relay. Never a replace: that would resurrect
 * events which the relay removed meanwhile.
 *
 * <p>A command on a version that moved meanwhile is decided again; only edits, which say what they
 * {@linkplain Expected expect}, are refused as stale.
 */
public final class Aggregates<C, E, S> {
  /** Rounds after which a command gives up on a document that others keep changing. */
  private static final int ATTEMPTS = 20;

  private final AggregateType<C, E, S> type;
  private final EventTypes<E> events;
  private final MongoCollection<Document> collection;
  private final Relay relay;
  private final Turns turns = new Turns();
  private final AggregateWrite<C, E, S> changes;
  private final Loads loads;
  private final Writes writes;
  private final BsonTrees bson = new BsonTrees(Json.events());

  /** Services get theirs from {@link AggregateStore#aggregates}, which also makes the indexes. */
  public Aggregates(
      AggregateType<C, E, S> type,
      EventTypes<E> events,
      MongoCollection<Document> collection,
      Relay relay) {
    this.type = type;
    this.events = events;
    this.collection = collection;
    this.relay = relay;
    this.changes = new AggregateWrite<>(type, events, bson);
    this.loads = new Loads(collection);
    this.writes = new Writes(collection);
  }

  /**
   * Carries a command out.
   *
   * @param id of the aggregate; it is born if the command is one that bears it
   * @return the receipt, once the events are durably stored
   * @throws Refusal (as the error signal) by a rule of the domain or of {@link AggregateRules}; by
   *     the domain's where both refuse
   */
  public Mono<Receipt> handle(String id, C command, CommandContext context) {
    return handle(id, command, context, event -> {});
  }

  /**
   * The same, with a look at each event before anything is stored.
   *
   * @param look fails if the event must not be; nothing is written then
   */
  public Mono<Receipt> handle(
      String id, C command, CommandContext context, Consumer<? super E> look) {
    if (!type.couldBe(id)) {
      return Mono.error(type::refuseUnknown);
    }
    return turns.inTurn(id, decideOnStored(id, command, context, look));
  }

  /**
   * Carries out a command that bears its aggregate, with the same outcome as {@link #handle}. The
   * birth is inserted without looking first, for nearly always there is nothing to be seen. Whoever
   * finds the id taken, or is refused a birth, is decided on what is stored: a repetition under its
   * key gets its answer there, even if the rules would no longer allow what they once did.
   */
  public Mono<Receipt> bear(String id, C command, CommandContext context) {
    Mono<Receipt> born =
        Mono.defer(() -> decide(id, Optional.empty(), command, context, event -> {}))
            .filter(receipt -> !receipt.unchanged())
            .onErrorResume(Aggregates::dependsOnStored, failure -> Mono.empty())
            .switchIfEmpty(decideOnStored(id, command, context, event -> {}));
    return turns.inTurn(id, born);
  }

  private static boolean dependsOnStored(Throwable failure) {
    return failure instanceof VersionConflict || failure instanceof Refusal;
  }

  /**
   * The card of an aggregate is told again if it is another one than was told last, because the
   * function that makes it has changed: one event, and nothing else changes.
   *
   * @return whether it had to be told again
   */
  public Mono<Boolean> refresh(String id, CommandContext context) {
    Mono<Boolean> refreshed =
        Mono.defer(() -> loads.load(id))
            .flatMap(Mono::justOrEmpty)
            .flatMap(
                stored ->
                    changes
                        .prepareRefresh(id, stored, state(stored), context)
                        .map(change -> stored(change).thenReturn(true))
                        .orElseGet(() -> Mono.just(false)))
            .defaultIfEmpty(false)
            .retryWhen(again(id));
    return turns.inTurn(id, refreshed);
  }

  /** A new id, derived from the command's idempotency key when there is one. */
  public String newId(CommandContext context) {
    return Ids.forCreate(type.idPrefix(), context);
  }

  /** The aggregate as it is stored now; empty when there is none. */
  public Mono<Stored<S>> find(String id) {
    return type.couldBe(id)
        ? loads.load(id).flatMap(Mono::justOrEmpty).map(this::read)
        : Mono.empty();
  }

  /** The aggregate as that agency may see it; refused as unknown if there is none for it. */
  public Mono<Stored<S>> find(String id, AgencyCode reader) {
    return find(id)
        .filter(stored -> type.visible().test(stored.state(), reader))
        .switchIfEmpty(Mono.error(type::refuseUnknown));
  }

  public AggregateType<C, E, S> type() {
    return type;
  }

  /** The published names of its events. */
  public EventTypes<E> events() {
    return events;
  }

  /** For queries: the stored documents. Search keys stand under {@code keys.…}. */
  public MongoCollection<Document> collection() {
    return collection;
  }

  /** Reads a document that a query found. */
  public Stored<S> read(Document document) {
    return new Stored<>(
        document.getString("_id"),
        document.getLong("version"),
        state(document),
        document.getString("chain"),
        document.getDate("createdAt").toInstant(),
        document.getDate("updatedAt").toInstant());
  }

  private Mono<Receipt> decideOnStored(
      String id, C command, CommandContext context, Consumer<? super E> look) {
    return Mono.defer(() -> loads.load(id))
        .flatMap(stored -> decide(id, stored, command, context, look))
        .retryWhen(again(id));
  }

  private static Retry again(String id) {
    return Retry.backoff(ATTEMPTS, Duration.ofMillis(2))
        .maxBackoff(Duration.ofMillis(100))
        .jitter(1.0)
        .filter(VersionConflict.class::isInstance)
        .onRetryExhaustedThrow(
            (spec, signal) ->
                AggregateRules.CONTENDED.refuse(
                    "Others keep changing " + id + "; try again in a moment."));
  }

  private Mono<Receipt> decide(
      String id,
      Optional<Document> stored,
      C command,
      CommandContext context,
      Consumer<? super E> look) {
    Optional<Receipt> earlier =
        stored.flatMap(document -> Replies.find(document, id, events.source(), context));
    if (earlier.isPresent()) {
      return Mono.just(earlier.get());
    }
    long version = stored.map(document -> document.getLong("version")).orElse(0L);
    S state = stored.map(this::state).orElseGet(type.decider()::initial);
    if (stored.isPresent()
        ? !type.visible().test(state, context.by())
        : !type.bears().test(command)) {
      throw type.refuseUnknown();
    }
    List<E> decided = type.decider().decide(command, state, context);
    decided.forEach(look);
    // after the rules: whoever may not know of it does not learn its version either
    checkExpected(id, version, context.expected());
    if (decided.isEmpty()) {
      return Mono.just(new Receipt(id, version, List.of(), true));
    }
    return stored(changes.prepare(id, stored, version, state, decided, context));
  }

  private Mono<Receipt> stored(AggregateWrite.Change change) {
    relay.steps().reached(Step.BEFORE_STORE, change.id(), change.receipt().version());
    return writes
        .write(change)
        .map(
            isStored -> {
              if (!isStored) {
                throw new VersionConflict();
              }
              return published(change);
            });
  }

  private Receipt published(AggregateWrite.Change change) {
    relay.steps().reached(Step.AFTER_STORE, change.id(), change.receipt().version());
    relay.offer(collection, change.id(), change.outbox());
    return change.receipt();
  }

  private static void checkExpected(String id, long version, Expected expected) {
    switch (expected) {
      case Expected.Any any -> {}
      case Expected.Version(long wanted) -> {
        if (wanted != version) {
          throw AggregateRules.STALE_VERSION.refuse(
              id
                  + " is at version "
                  + version
                  + ", the edit was made on "
                  + wanted
                  + ". Read it again and repeat the edit.");
        }
      }
    }
  }

  private S state(Document document) {
    ObjectNode tree = bson.toTree(document.get("state", Document.class));
    int schema = document.getInteger("schema");
    ObjectNode current = schema == type.schema() ? tree : type.upcaster().upcast(tree, schema);
    try {
      return Json.events().treeToValue(current, type.state());
    } catch (JacksonException unreadable) {
      // without its cause, whose message quotes what stands there
      throw new IllegalStateException(
          "The stored %s %s of schema %d cannot be read%s"
              .formatted(type.kind(), document.getString("_id"), schema, Json.place(unreadable)));
    }
  }

  /** Another command was faster; decide again. */
  private static final class VersionConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VersionConflict() {
      super("version conflict", null, false, false);
    }
  }
}
