package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.Coded;

/**
 * Where a need stands: {@code registered → verified → matched → met | lapsed}. Labels stand in the
 * code list {@code need-states}.
 */
public enum NeedState implements Coded {
  REGISTERED,
  /** An officer made sure of it with the counterpart. */
  VERIFIED,
  /** A linkage to it is agreed. */
  MATCHED,
  MET,
  /** Closed without being met. */
  LAPSED;

  /** Whether offers to it are still looked for. */
  public boolean isOpen() {
    return switch (this) {
      case REGISTERED, VERIFIED -> true;
      case MATCHED, MET, LAPSED -> false;
    };
  }
}
