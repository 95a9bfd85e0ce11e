package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What can forbid a command on a linkage. */
final class LinkageRules {
  static final Rule NO_SUCH_LINKAGE = Rule.notFound("no-such-linkage", "There is no such linkage");
  static final Rule NOT_YOUR_LINKAGE =
      Rule.forbidden("not-your-linkage", "Other agencies may do this with the linkage");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("linkage-not-in-this-state", "The linkage's state does not allow this");
  static final Rule ALREADY_PROPOSED =
      Rule.conflict("linkage-already-proposed", "The company has been proposed for this before");
  static final Rule NO_NEED_TO_MEET =
      Rule.invalid("no-need-to-meet", "The linkage is to no need that it could meet");
  static final Rule DAY_TO_COME =
      Rule.invalid("day-to-come", "What lies ahead cannot have happened");
  static final Rule DAYS_OUT_OF_ORDER =
      Rule.invalid("linkage-days-out-of-order", "One step of a linkage follows the other");
  static final Rule REMARK_REQUIRED =
      Rule.invalid("rejection-remark-required", "The reason 'other' needs a remark");
  static final Rule REASON_OF_THE_SERVICE =
      Rule.invalid("reason-of-the-service", "Only the service itself gives this reason");

  private static final int LONGEST_REMARK = 1_000;

  private LinkageRules() {}

  static Optional<String> proposedBefore(Linkage linkage) {
    return linkage
        .proposal()
        .map(proposal -> "It is %s, and %s.".formatted(linkage.id(), linkage.state().code()));
  }

  static void remark(Optional<LocalizedText> remark) {
    remark.ifPresent(it -> Checks.text(it, LONGEST_REMARK, "/remark"));
  }

  /** A day has come when it has come somewhere. */
  static void happened(LocalDate on, Optional<LocalDate> after, Instant at) {
    LocalDate firstPlace = LocalDate.ofInstant(at, ZoneOffset.ofHours(14));
    if (on.isAfter(firstPlace)) {
      throw DAY_TO_COME.refuse("Give a day until " + firstPlace + ".", "/on");
    }
    after
        .filter(on::isBefore)
        .ifPresent(
            before -> {
              throw DAYS_OUT_OF_ORDER.refuse(
                  "The step before it was on " + before + "; give that day or a later one.", "/on");
            });
  }

  static void reject(LinkageCommand.Reject reject) {
    remark(reject.remark());
    if (reject.reason() == RejectionReason.COMPANY_ERASED) {
      throw REASON_OF_THE_SERVICE.refuse(
          "It follows from the directory; name another reason.", "/reason");
    }
    if (reject.reason() == RejectionReason.OTHER && reject.remark().isEmpty()) {
      throw REMARK_REQUIRED.refuse("Say why in a sentence, or name another reason.", "/remark");
    }
  }
}
