package dev.kanmin.events.aggregates;

import org.bson.Document;

/**
 * An index that queries rely on, declared as data so that a test can assert it.
 *
 * @param name unique in its collection
 * @param keys field to direction (1 or -1), in order
 * @param sparse leaves out documents without the field
 */
public record StoreIndex(String name, Document keys, boolean sparse) {

  /** An index over several fields, all ascending. */
  public static StoreIndex ascending(String name, String... fields) {
    Document keys = new Document();
    for (String field : fields) {
      keys.append(field, 1);
    }
    return new StoreIndex(name, keys, false);
  }
}
