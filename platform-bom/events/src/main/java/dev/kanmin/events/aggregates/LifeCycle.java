package dev.kanmin.events.aggregates;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may be done with a thing: one table with a row per verb. The decider asks it first and keeps
 * only the rules that need thought; a record's view lists its {@link #actions}; the README is
 * written from it.
 *
 * @param <C> the commands
 * @param <T> what they are done to: an aggregate, or a part of one that has states of its own
 */
public final class LifeCycle<C, T> {
  private final String scope;
  private final States<T> states;
  private final Optional<States<T>> around;
  private final Rule notYours;
  private final Map<Class<?>, Verb<T>> verbs = new LinkedHashMap<>();

  private LifeCycle(Builder<T> builder, List<Row<? extends C, T>> rows) {
    this.scope = builder.scope;
    this.states = builder.states;
    this.around = builder.around;
    this.notYours = builder.notYours;
    for (Row<? extends C, T> row : rows) {
      Verb<T> verb = row.toVerb();
      CodeLists.list(kind() + "-verbs").require(verb.code());
      if (verbs.put(verb.command(), verb) != null) {
        throw new IllegalArgumentException("Two verbs for " + verb.command().getName());
      }
    }
  }

  /**
   * Begins a table.
   *
   * @param kind of the thing; the list of its verbs is {@code <kind>-verbs}, of its states {@code
   *     <kind>-states}
   * @param scope that the token of whoever asks needs, {@code missions:write}
   * @param wrongState refuses what the state does not allow
   */
  public static <T> Builder<T> of(
      String kind, String scope, Function<T, ? extends Coded> state, Rule wrongState) {
    return new Builder<>(scope, new States<>(kind, state, wrongState));
  }

  /**
   * Begins a row.
   *
   * @param code of the list {@code <kind>-verbs}
   * @param command that asks for it
   */
  public static <K, T> Row<K, T> verb(String code, Class<K> command) {
    return new Row<>(code, command);
  }

  /**
   * Whether a command is for this thing, now, from this agency.
   *
   * @return false when it asks for what already is: there is nothing to do
   * @throws Refusal by role, then by state, then by the verb's conditions
   * @throws IllegalArgumentException if the table has no row for the command: a fault of ours
   */
  public boolean admits(C command, T thing, CommandContext context) {
    Verb<T> verb = verb(command.getClass());
    check(byRole(verb, thing, context.by()));
    check(byStateAround(verb, thing));
    if (verb.to().contains(states.of(thing)) && verb.settled().test(command, thing)) {
      return false;
    }
    check(byState(verb, thing));
    check(byCondition(verb, thing, context.at()));
    return true;
  }

  /** Whether the command brings the thing into being. */
  public boolean bears(C command) {
    Verb<T> verb = verbs.get(command.getClass());
    return verb != null && verb.isBirth();
  }

  /** Every verb for a thing that is there: may this agency do it now, and if not, why not? */
  public List<Action> actions(T thing, AgencyCode agency, Instant at) {
    return verbs.values().stream()
        .filter(verb -> !verb.isBirth() && !verb.internal())
        .map(
            verb ->
                new Action(
                    verb.code(),
                    verb.scope().orElse(scope),
                    byRole(verb, thing, agency)
                        .or(() -> byStateAround(verb, thing))
                        .or(() -> byState(verb, thing))
                        .or(() -> byCondition(verb, thing, at))))
        .toList();
  }

  /**
   * What may be done, or not.
   *
   * @param verb a code of {@code <kind>-verbs}
   * @param scope that the token of whoever asks needs
   * @param refusal why not; empty when it may
   */
  public record Action(String verb, String scope, Optional<Refusal> refusal) {}

  public String kind() {
    return states.kind();
  }

  public String scope() {
    return scope;
  }

  /** The kind of the whole, if the thing is a part of one. */
  public Optional<String> kindAround() {
    return around.map(States::kind);
  }

  /** The rows, in the order in which they are offered. */
  public Collection<Verb<T>> verbs() {
    return Collections.unmodifiableCollection(verbs.values());
  }

  private Verb<T> verb(Class<?> command) {
    Verb<T> verb = verbs.get(command);
    if (verb == null) {
      throw new IllegalArgumentException(
          "The life cycle of a " + kind() + " has no verb for " + command.getName());
    }
    return verb;
  }

  private static void check(Optional<Refusal> refusal) {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  private Optional<Refusal> byRole(Verb<T> verb, T thing, AgencyCode agency) {
    if (verb.by().isEmpty() || verb.by().stream().anyMatch(it -> it.holder().test(thing, agency))) {
      return Optional.empty();
    }
    return Optional.of(
        notYours.refuse(
            "'%s' is for its %s; %s is none of them."
                .formatted(verb.code(), or(verb.by(), Role::code), agency)));
  }

  private Optional<Refusal> byStateAround(Verb<T> verb, T thing) {
    return around.flatMap(whole -> whole.refuse(verb.code(), verb.during(), thing));
  }

  private Optional<Refusal> byState(Verb<T> verb, T thing) {
    return states.refuse(verb.code(), verb.from(), thing);
  }

  private static <T> Optional<Refusal> byCondition(Verb<T> verb, T thing, Instant at) {
    return verb.conditions().stream()
        .flatMap(it -> it.fault().apply(thing, at).map(it.rule()::refuse).stream())
        .findFirst();
  }

  private static <E> String or(List<E> things, Function<E, String> name) {
    return things.stream().map(name).collect(Collectors.joining(" or "));
  }

  /** The states that things of a kind have, and how one is refused that is in a wrong one. */
  private record States<T>(String kind, Function<T, ? extends Coded> state, Rule wrong) {
    Coded of(T thing) {
      return state.apply(thing);
    }

    /** Any will do if none is named. */
    Optional<Refusal> refuse(String verb, List<Coded> allowed, T thing) {
      Coded now = of(thing);
      return allowed.isEmpty() || allowed.contains(now)
          ? Optional.empty()
          : Optional.of(
              wrong.refuse(
                  "'%s' is for a %s that is %s; this one is %s."
                      .formatted(verb, kind, or(allowed, Coded::code), now.code())));
    }
  }

  /**
   * One row.
   *
   * @param code of the list {@code <kind>-verbs}
   * @param command that asks for it
   * @param during the states of the whole in which it can be done; none for any
   * @param from the states in which it can be done; none for a birth
   * @param to the states to which it can lead; none if it leaves the state as it is
   * @param by who may; none for anybody who may see the thing
   * @param conditions that need no more than the thing and the time
   * @param settled tells, of a thing in a state of {@code to}, whether the command got it there
   * @param internal asked by the service itself, never offered
   * @param scope that it needs instead of the table's
   */
  public record Verb<T>(
      String code,
      Class<?> command,
      List<Coded> during,
      List<Coded> from,
      List<Coded> to,
      List<Role<T>> by,
      List<Condition<T>> conditions,
      BiPredicate<Object, T> settled,
      boolean internal,
      Optional<String> scope) {
    public boolean isBirth() {
      return from.isEmpty();
    }
  }

  /**
   * A part that an agency plays for a thing.
   *
   * @param code of the list {@code agency-roles}
   */
  public record Role<T>(String code, BiPredicate<T, AgencyCode> holder) {
    public Role {
      CodeLists.list("agency-roles").require(code);
    }

    /** The same part, for a part of the thing. */
    public <P> Role<P> of(Function<P, T> whole) {
      return new Role<>(code, (part, agency) -> holder.test(whole.apply(part), agency));
    }
  }

  /**
   * A rule that needs no more than the thing and the time.
   *
   * @param fault what speaks against it, in one or two English sentences; empty when nothing does
   */
  public record Condition<T>(Rule rule, BiFunction<T, Instant, Optional<String>> fault) {}

  /** A table of which the rows are to come. */
  public static final class Builder<T> {
    private final String scope;
    private final States<T> states;
    private Optional<States<T>> around = Optional.empty();
    private Rule notYours = AggregateRules.NOT_YOURS;

    private Builder(String scope, States<T> states) {
      this.scope = scope;
      this.states = states;
    }

    /** How an agency is refused that plays none of a verb's parts. */
    public Builder<T> others(Rule rule) {
      notYours = rule;
      return this;
    }

    /** The thing is a part: this is its whole, of which a row can ask that it is in some states. */
    public Builder<T> within(
        String wholeKind, Function<T, ? extends Coded> wholeState, Rule wrongState) {
      around = Optional.of(new States<>(wholeKind, wholeState, wrongState));
      return this;
    }

    /** The table, whose rows stand in the order in which they are offered. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final <C> LifeCycle<C, T> with(Row<? extends C, T>... rows) {
      return new LifeCycle<>(this, Arrays.asList(rows));
    }
  }

  /** A row while it is written. */
  public static final class Row<K, T> {
    private final String code;
    private final Class<K> command;
    private List<Coded> during = List.of();
    private List<Coded> from = List.of();
    private List<Coded> to = List.of();
    private List<Role<T>> by = List.of();
    private final List<Condition<T>> conditions = new ArrayList<>();
    private BiPredicate<K, T> settled = (asked, thing) -> false;
    private boolean internal;
    private Optional<String> scope = Optional.empty();

    private Row(String code, Class<K> command) {
      this.code = code;
      this.command = command;
    }

    /** While the whole is in one of these states. */
    public Row<K, T> during(Coded... states) {
      during = List.of(states);
      return this;
    }

    public Row<K, T> from(Coded... states) {
      from = List.of(states);
      return this;
    }

    public Row<K, T> to(Coded... states) {
      to = List.of(states);
      return this;
    }

    /** Any of these may; without it, every agency that may see the thing. */
    public Row<K, T> by(List<Role<T>> roles) {
      by = List.copyOf(roles);
      return this;
    }

    /**
     * Something that must not be; the first that is tells why.
     *
     * @param fault what speaks against it, in one or two English sentences; empty when nothing does
     */
    public Row<K, T> unless(Rule rule, BiFunction<T, Instant, Optional<String>> fault) {
      conditions.add(new Condition<>(rule, fault));
      return this;
    }

    /** The same, whatever the time. */
    public Row<K, T> unless(Rule rule, Function<T, Optional<String>> fault) {
      return unless(rule, (thing, at) -> fault.apply(thing));
    }

    /** Asked again when it is done already, it leads to nothing and is no fault. */
    public Row<K, T> repeatable() {
      return repeatable((asked, thing) -> true);
    }

    /** The same, if what is there is what this command asks for. */
    public Row<K, T> repeatable(BiPredicate<K, T> same) {
      settled = same;
      return this;
    }

    /** It needs another scope than the rest of the table: one that not everybody has who writes. */
    public Row<K, T> scope(String other) {
      scope = Optional.of(other);
      return this;
    }

    /** Asked by the service itself, never by a caller. */
    public Row<K, T> internal() {
      internal = true;
      return this;
    }

    private Verb<T> toVerb() {
      return new Verb<>(
          code,
          command,
          during,
          from,
          to,
          by,
          List.copyOf(conditions),
          (asked, thing) -> settled.test(command.cast(asked), thing),
          internal,
          scope);
    }
  }
}
