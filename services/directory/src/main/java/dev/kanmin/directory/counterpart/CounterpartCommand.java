package dev.kanmin.directory.counterpart;

import dev.kanmin.directory.office.ResponsibleOffice;

/**
 * All that can be asked of a counterpart's record. When and by whom it may be asked stands in
 * {@link CounterpartLifeCycle}.
 */
sealed interface CounterpartCommand {

  record Register(String id, CounterpartProfile profile) implements CounterpartCommand {}

  record ChangeProfile(CounterpartProfile profile) implements CounterpartCommand {}

  /** If that office still looks after it. */
  record HandOver(String from, ResponsibleOffice to) implements CounterpartCommand {}

  /** That record goes on in this one's place; whether it can stands in {@code Merges}. */
  record Merge(String into) implements CounterpartCommand {}
}
