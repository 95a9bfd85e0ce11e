package dev.kanmin.events.aggregates;

import java.util.Optional;

/** A command was refused by a rule. Nothing has been written. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rule rule;
  private final String pointer;

  Refusal(Rule rule, String detail, String pointer) {
    super(detail, null, false, false);
    this.rule = rule;
    this.pointer = pointer;
  }

  /** The same of a part that stands below that place in the request body. */
  public Refusal below(String place) {
    return new Refusal(rule, detail(), pointer.isEmpty() ? place : place + pointer);
  }

  public Rule rule() {
    return rule;
  }

  /** What exactly was wrong and what to do, in one or two English sentences. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** JSON pointer of the field at fault in the request body, if one field is. */
  public Optional<String> pointer() {
    return pointer.isEmpty() ? Optional.empty() : Optional.of(pointer);
  }
}
