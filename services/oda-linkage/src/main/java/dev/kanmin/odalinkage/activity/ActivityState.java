package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import java.util.List;
import java.util.Locale;

/**
 * How far an activity has come by what is reported of it; codes of {@code activity-states}. Steps
 * are another matter: officers record them, whatever the last report says.
 */
enum ActivityState implements Coded {
  PIPELINE,
  IMPLEMENTATION,
  FINALISATION,
  CLOSED,
  CANCELLED,
  SUSPENDED,
  /** The report has a state that the standard does not know. */
  NOT_REPORTED;

  /** Codes of the states that the standard has a status for, and a report can so have. */
  static List<String> reportable() {
    return CodeLists.list(CodeLists.ACTIVITY_STATES).entries().stream()
        .filter(entry -> entry.text("iatiActivityStatus").isPresent())
        .map(CodeEntry::code)
        .toList();
  }

  /** The state of that code. */
  static ActivityState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
