package dev.kanmin.directory.office;

import dev.kanmin.codes.Coded;

/** Where an office stands. Labels stand in the code list {@code office-states}. */
public enum OfficeState implements Coded {
  OPEN,
  CLOSED
}
