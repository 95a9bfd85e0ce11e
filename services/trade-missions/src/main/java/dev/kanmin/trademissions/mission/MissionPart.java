package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.Coded;

/** What may be corrected once a mission is announced; labels in {@code mission-parts}. */
public enum MissionPart implements Coded {
  TITLE,
  FIELDS,
  VENUE,
  CAPACITY,
  FEE
}
