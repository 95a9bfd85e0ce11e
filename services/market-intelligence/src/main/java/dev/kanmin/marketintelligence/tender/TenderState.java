package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;

/** Where a tender stands. Labels stand in the code list {@code tender-states}. */
public enum TenderState implements Coded {
  /** Offers cannot be made yet. */
  PLANNED,
  /** Offers can be made. */
  OPEN,
  /** The deadline has passed, or the procedure is over. */
  CLOSED,
  /** A supplier was chosen. */
  AWARDED,
  CANCELLED,
  /** Nobody was chosen. */
  UNSUCCESSFUL,
  WITHDRAWN;

  /** Whether no offer can be made any more. */
  public boolean isEnded() {
    return CodeLists.list("tender-states").require(code()).flag("ended");
  }
}
