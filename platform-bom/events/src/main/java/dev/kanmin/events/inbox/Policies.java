package dev.kanmin.events.inbox;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.inbox.ReactionMarks.LostRace;
import dev.kanmin.events.inbox.ReactionMarks.Mark;
import dev.kanmin.events.inbox.ReactionMarks.Outcome;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.EventEnvelope;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * How a service reacts to others' events: its policies, each an event to commands, and what came of
 * them. See {@code docs/how-to-add-a-policy.md}.
 *
 * <p>The commands to an event are carried out in parts, and a durable mark tells how far they have
 * got: whoever takes over goes on behind it. A part that was cut off is repeated, under the same
 * idempotency keys.
 */
public final class Policies {
  /** Commands after which the mark is moved on. */
  static final int PART = 50;

  private static final int AT_ONCE = 16;
  private static final Logger log = LoggerFactory.getLogger(Policies.class);

  private final MongoCollection<Document> collection;
  private final ReactionMarks marks;
  private final String service;
  private final Clock clock;
  private final MeterRegistry meters;
  private final int part;
  private final List<Policy> policies = new CopyOnWriteArrayList<>();

  /**
   * @param service whose policies these are, such as {@code sme-advice}
   */
  public Policies(AggregateStore store, String service, Clock clock, MeterRegistry meters) {
    this(store.collection("reactions", ReactionMarks.INDEXES), service, clock, meters, PART);
  }

  Policies(
      MongoCollection<Document> collection,
      String service,
      Clock clock,
      MeterRegistry meters,
      int part) {
    this.collection = collection;
    this.marks = new ReactionMarks(collection, clock);
    this.service = service;
    this.clock = clock;
    this.meters = meters;
    this.part = part;
  }

  /**
   * Begins a policy.
   *
   * @param name in kebab case; part of what makes a repetition known, so it never changes
   */
  public Policy.Builder policy(String name) {
    return new Policy.Builder(this, name);
  }

  /** What each policy of this service hears and causes, by name. */
  public List<PolicyDeclaration> declarations() {
    return policies.stream()
        .map(Policy::declaration)
        .sorted(java.util.Comparator.comparing(PolicyDeclaration::name))
        .toList();
  }

  /** For queries: what came of events, one document each; to be read with {@link #read}. */
  public MongoCollection<Document> reactions() {
    return collection;
  }

  public ReactionReport read(Document reaction) {
    return ReactionMarks.read(reaction);
  }

  /**
   * Looks whether every policy gets to hear what it hears.
   *
   * @throws IllegalStateException naming the one that no subscription carries, and whom to follow
   */
  public void requireHeard() {
    policies.forEach(Policy::requireHeard);
  }

  void add(Policy policy) {
    if (policies.stream().anyMatch(other -> other.name().equals(policy.name()))) {
      throw new IllegalArgumentException("Two policies are called " + policy.name());
    }
    policies.add(policy);
  }

  Mono<Void> react(
      Policy policy, EventEnvelope event, Function<Occasion, Flux<Reaction>> response) {
    return marks
        .find(policy.name(), event)
        .filter(mark -> !mark.finished())
        .flatMap(mark -> goOn(policy, event, mark, response))
        .retryWhen(Retry.backoff(10, Duration.ofMillis(5)).filter(LostRace.class::isInstance));
  }

  private Mono<Void> goOn(
      Policy policy, EventEnvelope event, Mark found, Function<Occasion, Flux<Reaction>> response) {
    AtomicReference<Mark> mark = new AtomicReference<>(found);
    String before = found.doneThrough();
    return Flux.defer(() -> response.apply(new Occasion(event, before)))
        .transform(reactions -> inOrder(policy, reactions))
        .filter(reaction -> reaction.place().compareTo(before) > 0)
        .buffer(part)
        .concatMap(
            some ->
                carryOut(policy, event, some)
                    .flatMap(
                        outcomes ->
                            marks.advance(
                                policy.name(),
                                event,
                                mark.get(),
                                some.getLast().place(),
                                some.size() < part,
                                outcomes))
                    .doOnNext(mark::set),
            1)
        .then(Mono.defer(() -> finish(policy, event, mark.get())));
  }

  /** A last part that was full has not told that it was the last. */
  private Mono<Void> finish(Policy policy, EventEnvelope event, Mark mark) {
    return mark.finished()
        ? Mono.empty()
        : marks.advance(policy.name(), event, mark, mark.doneThrough(), true, List.of()).then();
  }

  /** Else a mark would not tell what is behind it. */
  private static Flux<Reaction> inOrder(Policy policy, Flux<Reaction> reactions) {
    AtomicReference<String> last = new AtomicReference<>("");
    return reactions.doOnNext(
        reaction -> {
          String place = reaction.place();
          if (place.compareTo(last.getAndSet(place)) <= 0) {
            throw new InboxFault(
                "The policy %s does not react in rising order".formatted(policy.name()));
          }
        });
  }

  private Mono<List<Outcome>> carryOut(
      Policy policy, EventEnvelope event, List<Reaction> reactions) {
    return Flux.fromIterable(reactions)
        .flatMapSequential(reaction -> carryOut(policy, event, reaction), AT_ONCE)
        .collectList();
  }

  private Mono<Outcome> carryOut(Policy policy, EventEnvelope event, Reaction reaction) {
    CommandContext context =
        CommandContext.reaction(
            policy.name(), event, reaction.target(), actor(policy, event), clock.instant());
    return reaction
        .carryOut(context, policy.declaredOnly(reaction.aggregates()))
        .<Outcome>map(
            receipt -> receipt.unchanged() ? new Outcome.Unchanged() : new Outcome.Accepted())
        .onErrorResume(
            failure -> failure instanceof Refusal refusal && isAnswer(refusal),
            failure ->
                Mono.just(new Outcome.RefusedBy(reaction.target(), ((Refusal) failure).rule())))
        .doOnNext(outcome -> tell(policy, event, outcome));
  }

  /** The service itself, on behalf of the agency whose event it reacts to. */
  private Actor actor(Policy policy, EventEnvelope event) {
    return new Actor(Actor.of(event.actor()).agency(), service + ":" + policy.name());
  }

  /** What a rule of the target says is an answer; the other kinds are none. */
  private static boolean isAnswer(Refusal refusal) {
    return switch (refusal.rule().kind()) {
      case FORBIDDEN, NOT_FOUND, CONFLICT, INVALID -> true;
      case OVERLOADED -> false; // waited for
      case STALE, UNCONDITIONAL -> false; // a fault: policies do not edit
    };
  }

  private void tell(Policy policy, EventEnvelope event, Outcome outcome) {
    String code =
        switch (outcome) {
          case Outcome.Accepted _ -> "accepted";
          case Outcome.Unchanged _ -> "unchanged";
          case Outcome.RefusedBy(String target, var rule) -> {
            log.info(
                "{}: {} on {} is refused by {}",
                policy.name(),
                event.reference(),
                target,
                rule.code());
            yield "refused";
          }
        };
    meters.counter("kanmin.policy.commands", "policy", policy.name(), "outcome", code).increment();
  }
}
