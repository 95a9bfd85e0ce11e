package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.Coded;

/** What became of a meeting. Labels stand in the code list {@code meeting-attendance}. */
public enum Attendance implements Coded {
  HELD,
  COMPANY_ABSENT,
  COUNTERPART_ABSENT,
  NOBODY_CAME
}
