package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.Coded;

/**
 * Where an outcome stands: {@code claimed → confirmed | disputed | expired}, or {@code merged} into
 * another record of the same result. Labels stand in the code list {@code outcome-states}.
 */
public enum OutcomeState implements Coded {
  CLAIMED,
  CONFIRMED,
  DISPUTED,
  EXPIRED,
  MERGED
}
