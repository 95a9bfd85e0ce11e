package dev.kanmin.controltower.indicator;

import dev.kanmin.codes.Coded;

/** Whether new targets may use it. Labels stand in the code list {@code indicator-states}. */
public enum IndicatorState implements Coded {
  CURRENT,
  RETIRED
}
