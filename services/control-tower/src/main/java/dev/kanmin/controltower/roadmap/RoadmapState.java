package dev.kanmin.controltower.roadmap;

import dev.kanmin.codes.Coded;

/** How an action stands. Labels stand in the code list {@code roadmap-action-states}. */
public enum RoadmapState implements Coded {
  PLANNED,
  ON_TRACK,
  AT_RISK,
  DELAYED,
  /** Without an end: it goes on. */
  ONGOING,
  DONE,
  ARCHIVED;

  /** Whether an update can say so. */
  boolean canBeReported() {
    return this != PLANNED && this != ARCHIVED;
  }

  /** Whether whoever says so has to say why. */
  boolean needsReason() {
    return this == AT_RISK || this == DELAYED;
  }
}
