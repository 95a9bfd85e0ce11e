package dev.kanmin.controltower.strategy;

import dev.kanmin.codes.Coded;

/** How much a cell matters. Labels stand in the code list {@code strategy-states}. */
public enum Tier implements Coded {
  PRIORITY,
  DEVELOPING,
  WATCH,
  NONE
}
