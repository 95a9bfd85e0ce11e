package dev.kanmin.controltower.actual;

import dev.kanmin.codes.Coded;

/**
 * How far up a reported figure has come: {@code draft → submitted → approved → accepted}, or {@code
 * returned}. Labels stand in the code list {@code actual-states}.
 */
public enum ActualState implements Coded {
  DRAFT,
  SUBMITTED,
  RETURNED,
  /** By the agency. */
  APPROVED,
  /** By the control tower; locked. */
  ACCEPTED
}
