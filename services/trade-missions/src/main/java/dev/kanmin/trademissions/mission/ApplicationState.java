package dev.kanmin.trademissions.mission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an application stands. Labels stand in the code list {@code application-states}. */
public enum ApplicationState {
  SUBMITTED,
  SELECTED,
  WAITLISTED,
  DECLINED,
  WITHDRAWN;

  /** As in JSON and in the code list. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the company is still in the running or takes part. */
  boolean isActive() {
    return this == SUBMITTED || this == SELECTED || this == WAITLISTED;
  }
}
