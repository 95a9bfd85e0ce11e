package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Coded;

/** Where the report of an activity comes from, and so how it is changed. */
public enum Origin implements Coded {
  /** From an IATI file; changed by importing a newer one. */
  IMPORTED,
  /** Entered by an officer; changed by revising it. */
  REGISTERED
}
