package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.Coded;

/** Why a need lapses; labels stand in the code list {@code need-lapse-reasons}. */
public enum LapseReason implements Coded {
  /** The counterpart took it back. */
  WITHDRAWN,
  MET_ELSEWHERE,
  NO_OFFER,
  NO_BUDGET,
  OUT_OF_DATE,
  DUPLICATE,
  /** Needs a remark. */
  OTHER
}
