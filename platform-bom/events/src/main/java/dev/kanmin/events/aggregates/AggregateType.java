package dev.kanmin.events.aggregates;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * Everything the platform needs to know of an aggregate, said once.
 *
 * @param kind what one of them is called, one of the code list of kinds: {@code mission}
 * @param idPrefix of its ids, three letters; empty where ids are whatever their makers choose
 * @param collection where it is stored; also its name in metrics
 * @param decider its rules
 * @param events its catalogue
 * @param state how stored state is read
 * @param bears which commands bring one into being; all others are refused as {@code unknown} where
 *     there is none
 * @param unknown how an id is refused that leads to nothing, or to nothing for the caller
 * @param visible whether an agency may know of it; whoever may not is told that it is unknown
 * @param card what everybody may see of it; empty when nothing of it is public
 * @param schema number of the current state schema, from 1
 * @param upcaster brings older schemas to the current one
 * @param keys what queries search and sort by, computed from the state at each write and stored
 *     beside it as BSON (dates as dates)
 * @param indexes what the queries need; on MongoDB they are created at start, the embedded store
 *     scans
 */
public record AggregateType<C, E, S>(
    String kind,
    String idPrefix,
    String collection,
    Decider<C, E, S> decider,
    Class<E> events,
    Class<S> state,
    Predicate<C> bears,
    Rule unknown,
    BiPredicate<S, AgencyCode> visible,
    Function<S, Optional<Card>> card,
    int schema,
    Upcaster upcaster,
    Function<S, Document> keys,
    List<StoreIndex> indexes) {

  /**
   * Begins a type. What is not said further is: stored as {@code <kind>s}, no older schema, seen by
   * every agency, nothing on a card, no keys.
   *
   * @param idPrefix three letters
   * @param unknown a rule of kind NOT_FOUND
   */
  public static <C, E, S> Builder<C, E, S> of(
      String kind,
      String idPrefix,
      Rule unknown,
      Class<E> events,
      Class<S> state,
      Decider<C, E, S> decider) {
    return new Builder<>(kind, idPrefix, unknown, events, state, decider);
  }

  /** The published names of its events. */
  public EventTypes<E> eventTypes(String service) {
    return EventTypes.of(service, kind, events);
  }

  /** Whether a text could be the id of one; keeps hostile input away from the store. */
  boolean couldBe(String id) {
    return idPrefix.isEmpty() || Ids.isWellFormed(idPrefix, id);
  }

  /** Refuses an id as unknown. */
  Refusal refuseUnknown() {
    return unknown.refuse("There is no " + kind + " of this id, or you may not see it.");
  }

  /** Collects what is to be known of a type. */
  public static final class Builder<C, E, S> {
    private final String kind;
    private final String idPrefix;
    private final Rule unknown;
    private final Class<E> events;
    private final Class<S> state;
    private final Decider<C, E, S> decider;
    private String collection;
    private Predicate<C> bears = command -> false;
    private BiPredicate<S, AgencyCode> visible = (one, agency) -> true;
    private Function<S, Optional<Card>> card = one -> Optional.empty();
    private int schema = 1;
    private Upcaster upcaster = Upcaster.NONE;
    private Function<S, Document> keys = one -> new Document();
    private List<StoreIndex> indexes = List.of();

    private Builder(
        String kind,
        String idPrefix,
        Rule unknown,
        Class<E> events,
        Class<S> state,
        Decider<C, E, S> decider) {
      this.kind = kind;
      this.idPrefix = idPrefix;
      this.unknown = unknown;
      this.events = events;
      this.state = state;
      this.decider = decider;
      this.collection = kind + "s";
    }

    public Builder<C, E, S> storedAs(String newCollection) {
      collection = newCollection;
      return this;
    }

    /** The commands that bring one into being. */
    public Builder<C, E, S> bornBy(Predicate<C> births) {
      bears = births;
      return this;
    }

    /** Which agencies may know of it. */
    public Builder<C, E, S> visibleTo(BiPredicate<S, AgencyCode> rule) {
      visible = rule;
      return this;
    }

    public Builder<C, E, S> card(Function<S, Optional<Card>> function) {
      card = function;
      return this;
    }

    public Builder<C, E, S> schema(int current, Upcaster fromOlder) {
      schema = current;
      upcaster = fromOlder;
      return this;
    }

    /** What queries search and sort by, and the indexes that they need. */
    public Builder<C, E, S> keys(Function<S, Document> function, List<StoreIndex> needed) {
      keys = function;
      indexes = List.copyOf(needed);
      return this;
    }

    public AggregateType<C, E, S> build() {
      return new AggregateType<>(
          kind,
          idPrefix,
          collection,
          decider,
          events,
          state,
          bears,
          unknown,
          visible,
          card,
          schema,
          upcaster,
          keys,
          indexes);
    }
  }
}
