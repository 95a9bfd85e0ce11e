package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the report of an activity comes from, and so how it is changed. */
public enum Origin {
  /** From an IATI file; changed by importing a newer one. */
  @JsonProperty("imported")
  IMPORTED,
  /** Entered by an officer; changed by revising it. */
  @JsonProperty("registered")
  REGISTERED
}
