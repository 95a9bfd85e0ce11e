package dev.kanmin.events;

import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/**
 * Everything the platform needs to know of an aggregate.
 *
 * @param collection where it is stored; also its name in metrics
 * @param decider its rules
 * @param events its catalogue
 * @param stateType how stored state is read
 * @param schema number of the current state schema, from 1
 * @param upcaster brings older schemas to the current one
 * @param keys what queries search and sort by, computed from the state at each write and stored
 *     beside it as BSON (dates as dates)
 * @param indexes what the queries need; on MongoDB they are created at start, the embedded store
 *     scans
 */
public record AggregateType<C, E, S>(
    String collection,
    Decider<C, E, S> decider,
    EventTypes<E> events,
    Class<S> stateType,
    int schema,
    Upcaster upcaster,
    Function<S, Document> keys,
    List<StoreIndex> indexes) {}
