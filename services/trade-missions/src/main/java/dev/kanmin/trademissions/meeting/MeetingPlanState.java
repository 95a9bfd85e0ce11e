package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.Coded;

/**
 * Where a meeting plan stands: {@code preparing → searching → planned → published → closed}. Labels
 * stand in the code list {@code meeting-plan-states}.
 */
public enum MeetingPlanState implements Coded {
  /** Set up, and gathering requests. */
  PREPARING,
  /** The solver looks for a timetable; nothing else may change. */
  SEARCHING,
  PLANNED,
  /** The participants have their timetables. */
  PUBLISHED,
  CLOSED,
  CANCELLED
}
