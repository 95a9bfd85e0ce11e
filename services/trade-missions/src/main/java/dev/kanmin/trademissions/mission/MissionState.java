package dev.kanmin.trademissions.mission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Where a mission stands: {@code draft → announced → open → selecting → selected → underway →
 * reported}. Labels stand in the code list {@code mission-states}.
 */
public enum MissionState {
  DRAFT,
  ANNOUNCED,
  OPEN,
  SELECTING,
  SELECTED,
  UNDERWAY,
  REPORTED,
  /** Waits for new dates; goes on where it was. */
  POSTPONED,
  /** Given up before it started. */
  CANCELLED,
  /** Broken off after it started. */
  TERMINATED;

  /** As in JSON and in the code list. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
