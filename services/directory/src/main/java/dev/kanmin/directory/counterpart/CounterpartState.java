package dev.kanmin.directory.counterpart;

import dev.kanmin.codes.Coded;

/** Where a counterpart's record stands. Labels: code list {@code counterpart-states}. */
public enum CounterpartState implements Coded {
  ACTIVE,
  MERGED
}
