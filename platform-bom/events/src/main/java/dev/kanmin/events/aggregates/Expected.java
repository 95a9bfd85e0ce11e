package dev.kanmin.events.aggregates;

/** What a caller believes to be stored. */
public sealed interface Expected {
  /** Additive commands: whatever is there is decided upon again. */
  Expected ANY = new Any();

  /** Edits: only this version, or the command is refused as stale. */
  static Expected version(long version) {
    return new Version(version);
  }

  record Any() implements Expected {}

  record Version(long version) implements Expected {}
}
