package dev.kanmin.gateway.form;

/** What can be chosen. */
public record Choice(String value, String label) {
  /** As it is typed: the words, and the code in brackets. */
  public String typed() {
    return label.equals(value) ? value : label + " (" + value + ")";
  }
}
