package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.Coded;

/** Where an application stands. Labels stand in the code list {@code application-states}. */
public enum ApplicationState implements Coded {
  SUBMITTED,
  SELECTED,
  WAITLISTED,
  DECLINED,
  WITHDRAWN;

  /** Whether the company is still in the running or takes part. */
  boolean isActive() {
    return this == SUBMITTED || this == SELECTED || this == WAITLISTED;
  }
}
