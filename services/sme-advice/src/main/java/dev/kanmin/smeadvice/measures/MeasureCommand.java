package dev.kanmin.smeadvice.measures;

/** All that can be asked of a support measure. */
sealed interface MeasureCommand {
  /** The caller's agency becomes its owner. */
  record Publish(String measureId, Measure measure) implements MeasureCommand {}

  record Revise(Measure measure) implements MeasureCommand {}

  record Retire() implements MeasureCommand {}
}
