package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.Coded;
import dev.kanmin.trademissions.timetable.WhyNot;

/** Why a request is not met. Labels stand in the code list {@code meeting-unmet-reasons}. */
public enum UnmetReason implements Coded {
  NEVER_BOTH_THERE,
  NO_TABLE_LARGE_ENOUGH,
  NO_INTERPRETER_OF_THE_LANGUAGES,
  PARTIES_BUSY,
  TABLES_TAKEN,
  INTERPRETERS_TAKEN,
  NOT_TRIED_YET;

  static UnmetReason of(WhyNot.Reason reason) {
    return switch (reason) {
      case NEVER_BOTH_THERE -> NEVER_BOTH_THERE;
      case NO_TABLE_LARGE_ENOUGH -> NO_TABLE_LARGE_ENOUGH;
      case NO_INTERPRETER_OF_THE_LANGUAGES -> NO_INTERPRETER_OF_THE_LANGUAGES;
      case PARTIES_BUSY -> PARTIES_BUSY;
      case TABLES_TAKEN -> TABLES_TAKEN;
      case INTERPRETERS_TAKEN -> INTERPRETERS_TAKEN;
      case NOT_TRIED_YET -> NOT_TRIED_YET;
    };
  }
}
