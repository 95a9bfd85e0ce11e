package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.Coded;

/**
 * Where a linkage stands: {@code proposed → shortlisted → agreed → delivered → followed-up}, or
 * {@code rejected}. Labels stand in the code list {@code linkage-states}.
 */
public enum LinkageState implements Coded {
  PROPOSED,
  SHORTLISTED,
  /** Company and counterpart, or whoever answers for the target, have agreed. */
  AGREED,
  DELIVERED,
  /** Whether it works as it should was looked at. */
  FOLLOWED_UP,
  REJECTED
}
