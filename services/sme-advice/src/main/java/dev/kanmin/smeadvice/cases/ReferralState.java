package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.Coded;

/** Where a referral stands. Labels stand in the code list {@code referral-states}. */
public enum ReferralState implements Coded {
  OUTSTANDING,
  ACCEPTED,
  COMPLETED,
  DECLINED;

  /** Whether somebody still has to do something about it. */
  boolean isOpen() {
    return this == OUTSTANDING || this == ACCEPTED;
  }
}
