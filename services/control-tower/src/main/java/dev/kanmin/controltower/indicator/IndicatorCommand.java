package dev.kanmin.controltower.indicator;

/** All that can be asked of an indicator. */
public sealed interface IndicatorCommand {
  record Define(Definition definition) implements IndicatorCommand {}

  /** What it measures stays the same; another measure is another indicator. */
  record Revise(Definition definition) implements IndicatorCommand {}

  record Retire() implements IndicatorCommand {}
}
