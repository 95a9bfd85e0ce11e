package dev.kanmin.infrastructure;

import java.util.Locale;

/** What keeps the documents. */
public enum StoreKind {
  /** A real MongoDB, given by address or run from a {@code mongod} on this machine. */
  MONGODB,
  /** The MongoDB-compatible server that comes with this program. */
  EMBEDDED;

  /**
   * The word of the environment variable {@code KANMIN_STORE}: {@code mongodb} or {@code embedded}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
