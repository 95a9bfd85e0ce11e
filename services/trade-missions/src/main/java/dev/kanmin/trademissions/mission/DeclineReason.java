package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.Coded;

/** Why an application is declined; labels stand in the code list {@code decline-reasons}. */
public enum DeclineReason implements Coded {
  OVER_CAPACITY,
  NOT_ELIGIBLE,
  OUTSIDE_THEME,
  NOT_READY,
  INCOMPLETE,
  /** The same company applied twice, or two that applied were found to be one. */
  DUPLICATE,
  /** Needs a remark. */
  OTHER
}
