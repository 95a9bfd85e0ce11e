package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.Coded;

/** Where a case stands. Labels stand in the code list {@code case-states}. */
public enum CaseState implements Coded {
  OPENED,
  ASSIGNED,
  IN_PROGRESS,
  WAITING_FOR_COMPANY,
  CLOSED
}
