package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.Coded;

/** How urgent a need is; labels stand in the code list {@code need-urgencies}. */
public enum NeedUrgency implements Coded {
  LOW,
  NORMAL,
  HIGH,
  CRITICAL
}
