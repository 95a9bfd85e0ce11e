package dev.kanmin.gateway.form;

/** Where the name and the value of a pair stand in a form, below the place of the pair. */
final class Pairs {
  static final String NAME = "/name";
  static final String VALUE = "/value";

  /** What words call the name of a pair: {@code field.<Type>.<property>.*name}. */
  static final String NAME_WORDS = "*name";

  static final String VALUE_WORDS = "*value";

  private Pairs() {}
}
