package dev.kanmin.controltower.review;

import dev.kanmin.codes.Coded;

/** How far a cycle is. Labels stand in the code list {@code review-states}. */
public enum ReviewState implements Coded {
  OPEN,
  /** Its inputs are gathered. */
  GATHERED,
  DECIDED,
  FOLLOWED_UP
}
