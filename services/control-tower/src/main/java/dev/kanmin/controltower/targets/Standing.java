package dev.kanmin.controltower.targets;

import dev.kanmin.controltower.indicator.Definition;
import dev.kanmin.events.aggregates.Stored;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A target with how far it is in each of its years.
 *
 * @param progress by fiscal year
 */
record Standing(
    Stored<Target> target, Definition definition, SortedMap<Integer, Progress> progress) {
  Optional<Progress> in(int fiscalYear) {
    return Optional.ofNullable(progress.get(fiscalYear));
  }
}
