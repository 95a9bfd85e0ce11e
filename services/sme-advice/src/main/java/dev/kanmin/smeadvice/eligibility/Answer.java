package dev.kanmin.smeadvice.eligibility;

import dev.kanmin.codes.Coded;

/** What can be said of a clause and a company. */
public enum Answer implements Coded {
  APPLIES,
  DOES_NOT_APPLY,
  CANNOT_BE_JUDGED;

  static Answer of(boolean applies) {
    return applies ? APPLIES : DOES_NOT_APPLY;
  }

  Answer negated() {
    return switch (this) {
      case APPLIES -> DOES_NOT_APPLY;
      case DOES_NOT_APPLY -> APPLIES;
      case CANNOT_BE_JUDGED -> CANNOT_BE_JUDGED;
    };
  }
}
