package dev.kanmin.odalinkage.iati;

import java.util.List;

/**
 * The faults that are told, and how many more there were.
 *
 * @param faults the faults, errors first, up to the limit
 * @param leftOut how many more were found and not kept, 0 or more
 */
public record FaultList(List<Fault> faults, int leftOut) {

  /** No faults at all. */
  public static final FaultList NONE = new FaultList(List.of(), 0);

  public FaultList {
    faults = List.copyOf(faults);
  }

  /** Whether one of the faults that were kept is an error. Errors are kept before warnings. */
  public boolean hasErrors() {
    return faults.stream().anyMatch(Fault::error);
  }
}
