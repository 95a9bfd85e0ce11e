package dev.kanmin.odalinkage.matching;

import dev.kanmin.events.aggregates.Rule;

/** What can forbid a proposal before a linkage is there. */
final class MatchingRules {
  static final Rule NO_SUCH_TARGET =
      Rule.invalid("no-such-target", "There is no such need, activity or tender");
  static final Rule NOTHING_TO_OFFER_TO =
      Rule.invalid("nothing-to-offer-to", "A linkage is to a need, an activity or a tender");
  static final Rule TARGET_ENDED =
      Rule.conflict("target-ended", "Nothing can be offered to what is over");
  static final Rule UNKNOWN_COMPANY =
      Rule.invalid("unknown-company", "The directory has told of no such company");
  static final Rule NOT_CONSENTED =
      Rule.forbidden("no-consent", "The company has not let your agency propose it");
  static final Rule CELL_UNCLEAR =
      Rule.invalid("cell-unclear", "A linkage is in one country and one field of its target");

  private MatchingRules() {}
}
