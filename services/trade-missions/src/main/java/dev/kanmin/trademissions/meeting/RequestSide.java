package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.Coded;

/** Who asks for a meeting. Labels stand in the code list {@code meeting-sides}. */
public enum RequestSide implements Coded {
  COMPANY,
  COUNTERPART
}
