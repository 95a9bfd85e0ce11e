package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;

/** A referral together with the case that it is of. */
record CaseReferral(Case whole, Referral referral) {
  ReferralState state() {
    return referral.state();
  }

  CaseState caseState() {
    return whole.state();
  }

  /**
   * Whoever it was made to; of one to a mission, the case's own agency records what became of it.
   */
  boolean isAnsweredBy(AgencyCode agency) {
    return referral.isTo(agency)
        || (referral.to().missionId().isPresent() && whole.isOwnedBy(agency));
  }
}
