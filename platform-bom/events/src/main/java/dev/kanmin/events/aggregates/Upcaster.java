package dev.kanmin.events.aggregates;

import tools.jackson.databind.node.ObjectNode;

/** Brings stored state of an older schema to the current one, on read. */
@FunctionalInterface
public interface Upcaster {
  /** For a state whose schema has never changed. */
  Upcaster NONE = (state, fromSchema) -> state;

  ObjectNode upcast(ObjectNode state, int fromSchema);
}
