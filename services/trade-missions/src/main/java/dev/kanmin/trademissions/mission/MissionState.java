package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.Coded;

/**
 * Where a mission stands: {@code draft → announced → open → selecting → selected → underway →
 * reported}. Labels stand in the code list {@code mission-states}.
 */
public enum MissionState implements Coded {
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
  TERMINATED
}
