package dev.kanmin.events.inbox;

import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.PolicyDeclaration.CardsOf;
import dev.kanmin.events.inbox.PolicyDeclaration.Caused;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * When this happens there, then that is done here: what a service hears of others, and the commands
 * to its own aggregates that follow. A policy says beforehand which events may come of it; a
 * command that would make another one is a fault, and nothing is written.
 */
public final class Policy {
  private final Policies policies;
  private final String name;
  private final List<Ear> ears;
  private final Map<Aggregates<?, ?, ?>, Set<Class<?>>> causes;
  private final PolicyDeclaration declaration;
  private final Set<String> topics = new CopyOnWriteArraySet<>();

  /** What makes a policy react to an event, and how. */
  private interface Ear {
    Optional<Mono<Void>> hear(Policy policy, Received event);
  }

  private Policy(Builder builder) {
    this.policies = builder.policies;
    this.name = builder.name;
    this.ears = List.copyOf(builder.ears);
    this.causes = Map.copyOf(builder.causes);
    this.declaration = builder.declaration();
  }

  String name() {
    return name;
  }

  PolicyDeclaration declaration() {
    return declaration;
  }

  Optional<Mono<Void>> hear(Received event) {
    return ears.stream().flatMap(ear -> ear.hear(this, event).stream()).findFirst();
  }

  /** A subscription to that topic carries it. */
  void heardOn(String topic) {
    topics.add(topic);
  }

  void requireHeard() {
    for (String service : services()) {
      if (!topics.contains(TopicNames.of(service))) {
        throw new IllegalStateException(
            "The policy %s hears events of %s, and no subscription to %s carries it"
                .formatted(name, service, service));
      }
    }
  }

  private Set<String> services() {
    Set<String> services =
        declaration.hears().stream().map(EventTypes::service).collect(Collectors.toSet());
    declaration.hearsCardsOf().forEach(cards -> services.add(cards.service()));
    return services;
  }

  /** Looks at each event that a command leads to, before it is stored. */
  Consumer<Object> declaredOnly(Aggregates<?, ?, ?> target) {
    Set<Class<?>> declared = causes.getOrDefault(target, Set.of());
    return event -> {
      if (!declared.contains(event.getClass())) {
        throw new InboxFault(
            "The policy %s would cause %s of a %s, which it does not declare"
                .formatted(name, event.getClass().getSimpleName(), target.type().kind()));
      }
    };
  }

  /** Collects what a policy hears, causes and does. */
  public static final class Builder {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Policies policies;
    private final String name;
    private final List<Ear> ears = new ArrayList<>();
    private final List<String> hears = new ArrayList<>();
    private final List<CardsOf> hearsCardsOf = new ArrayList<>();
    private final Map<Aggregates<?, ?, ?>, Set<Class<?>>> causes = new LinkedHashMap<>();
    private final List<Caused> caused = new ArrayList<>();

    Builder(Policies policies, String name) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("'" + name + "' is not a name in kebab case");
      }
      this.policies = policies;
      this.name = name;
    }

    /**
     * Which events may come of it.
     *
     * @param target aggregates that it sends commands to
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final <E> Builder causes(Aggregates<?, E, ?> target, Class<? extends E>... events) {
      causes.put(target, Set.copyOf(Arrays.asList(events)));
      for (Class<? extends E> event : events) {
        caused.add(new Caused(target.events().typeOf(event), target.type().kind()));
      }
      return this;
    }

    /**
     * What it makes of the events of a type.
     *
     * @param type the full published type, {@code dev.kanmin.oda-linkage.need-registered.v1}
     * @param data what its data is read as: only the fields it needs
     * @param response the commands, in rising order of their places
     */
    public <T> Builder on(
        String type, Class<T> data, BiFunction<T, Occasion, Flux<Reaction>> response) {
      hears.add(type);
      ears.add(
          (policy, event) ->
              event.envelope().type().equals(type)
                  ? Optional.of(
                      Mono.defer(
                          () -> {
                            T read = event.as(data);
                            return policy.policies.react(
                                policy,
                                event.envelope(),
                                occasion -> response.apply(read, occasion));
                          }))
                  : Optional.empty());
      return this;
    }

    /**
     * What it makes of an event that leaves a subject with such a card, whichever event it is. A
     * card that is only told again, because it is made in another way now, is not heard.
     *
     * @param service that publishes it, {@code oda-linkage}
     * @param kind of the subjects
     * @param when says of the card alone whether the event concerns it; a card's {@code last} tells
     *     what happened and in which state it was before
     * @param response the commands, in rising order of their places
     */
    public Builder onCard(
        String service,
        String kind,
        Predicate<Card> when,
        BiFunction<Card, Occasion, Flux<Reaction>> response) {
      hearsCardsOf.add(new CardsOf(service, kind));
      ears.add(
          (policy, event) ->
              event.envelope().source().equals("/" + service)
                      && !EventTypes.isRefreshed(event.envelope().type(), kind)
                  ? Optional.of(
                      Mono.defer(
                          () ->
                              event
                                  .card()
                                  .filter(card -> card.kind().equals(kind) && when.test(card))
                                  .map(
                                      card ->
                                          policy.policies.react(
                                              policy,
                                              event.envelope(),
                                              occasion -> response.apply(card, occasion)))
                                  .orElseGet(Mono::empty)))
                  : Optional.empty());
      return this;
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException if it hears or causes nothing, could react twice to one
     *     event, or would cause itself
     */
    public Policy build() {
      if (ears.isEmpty() || caused.isEmpty()) {
        throw new IllegalArgumentException(
            "The policy " + name + " must say what it hears and what it causes");
      }
      requireOneEarForEach();
      requireNotItself();
      Policy policy = new Policy(this);
      policies.add(policy);
      return policy;
    }

    private void requireOneEarForEach() {
      boolean both =
          hears.stream()
              .map(EventTypes::service)
              .anyMatch(
                  service -> hearsCardsOf.stream().anyMatch(of -> of.service().equals(service)));
      if (both || Set.copyOf(hears).size() < hears.size()) {
        throw new IllegalArgumentException(
            "The policy "
                + name
                + " could react twice to one event: of one service it hears types or cards, each once");
      }
    }

    private void requireNotItself() {
      for (Caused one : caused) {
        CardsOf cards = new CardsOf(EventTypes.service(one.type()), one.kind());
        if (hears.contains(one.type()) || hearsCardsOf.contains(cards)) {
          throw new IllegalArgumentException(
              "The policy " + name + " would cause itself: it hears " + one.type());
        }
      }
    }

    private PolicyDeclaration declaration() {
      return new PolicyDeclaration(
          name,
          hears.stream().sorted().toList(),
          hearsCardsOf.stream()
              .sorted(Comparator.comparing(CardsOf::service).thenComparing(CardsOf::kind))
              .toList(),
          caused.stream().sorted(Comparator.comparing(Caused::type)).toList());
    }
  }
}
