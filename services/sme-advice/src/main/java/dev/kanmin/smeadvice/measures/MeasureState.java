package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.Coded;

/** Where a measure stands. Labels stand in the code list {@code support-measure-states}. */
public enum MeasureState implements Coded {
  CURRENT,
  RETIRED
}
