package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.Coded;

/** Where a next action stands. Labels stand in the code list {@code action-states}. */
public enum ActionState implements Coded {
  OPEN,
  DONE,
  DROPPED
}
