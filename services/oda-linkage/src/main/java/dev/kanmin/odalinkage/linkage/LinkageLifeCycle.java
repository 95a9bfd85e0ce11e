package dev.kanmin.odalinkage.linkage;

import static dev.kanmin.odalinkage.linkage.LinkageState.AGREED;
import static dev.kanmin.odalinkage.linkage.LinkageState.DELIVERED;
import static dev.kanmin.odalinkage.linkage.LinkageState.FOLLOWED_UP;
import static dev.kanmin.odalinkage.linkage.LinkageState.PROPOSED;
import static dev.kanmin.odalinkage.linkage.LinkageState.REJECTED;
import static dev.kanmin.odalinkage.linkage.LinkageState.SHORTLISTED;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.odalinkage.linkage.LinkageCommand.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What may be done with a linkage, when and by whom. */
final class LinkageLifeCycle {
  static final String KIND = "linkage";
  static final String OWNER = "owner";
  static final String SUBMITTER = "submitter";

  private static final Role<Linkage> OF_THE_TARGET = new Role<>(OWNER, Linkage::isOwnedBy);
  private static final Role<Linkage> OF_THE_PROPOSAL =
      new Role<>(SUBMITTER, Linkage::isSubmittedBy);

  /** Whoever answers for the target, and whoever proposed the company. */
  private static final List<Role<Linkage>> BOTH = List.of(OF_THE_TARGET, OF_THE_PROPOSAL);

  static final LifeCycle<LinkageCommand, Linkage> TABLE =
      LifeCycle.of(KIND, "linkages:write", Linkage::state, LinkageRules.NOT_IN_THIS_STATE)
          .others(LinkageRules.NOT_YOUR_LINKAGE)
          .with(
              verb("propose", Propose.class)
                  .to(PROPOSED)
                  .unless(LinkageRules.ALREADY_PROPOSED, LinkageRules::proposedBefore),
              verb("shortlist", Shortlist.class)
                  .from(PROPOSED)
                  .to(SHORTLISTED)
                  .by(BOTH)
                  .repeatable(),
              verb("agree", Agree.class)
                  .from(PROPOSED, SHORTLISTED)
                  .to(AGREED)
                  .by(List.of(OF_THE_TARGET))
                  .repeatable((asked, it) -> isNoted(it.agreed(), asked.on(), asked.remark())),
              verb("deliver", Deliver.class)
                  .from(AGREED)
                  .to(DELIVERED)
                  .by(BOTH)
                  .repeatable((asked, it) -> isNoted(it.delivered(), asked.on(), asked.remark())),
              verb("follow-up", FollowUp.class)
                  .from(DELIVERED)
                  .to(FOLLOWED_UP)
                  .by(BOTH)
                  .repeatable((asked, it) -> isNoted(it.followedUp(), asked.on(), asked.remark())),
              verb("follow-up-on-order", FollowUpOnOrder.class)
                  .from(DELIVERED)
                  .to(FOLLOWED_UP)
                  .repeatable()
                  .internal(),
              verb("reject", Reject.class)
                  .from(PROPOSED, SHORTLISTED, AGREED)
                  .to(REJECTED)
                  .by(BOTH)
                  .repeatable(
                      (asked, it) ->
                          it.rejection().filter(was -> was.reason() == asked.reason()).isPresent()),
              verb("reject-erased", RejectErased.class)
                  .from(PROPOSED, SHORTLISTED, AGREED)
                  .to(REJECTED)
                  .repeatable()
                  .internal());

  private LinkageLifeCycle() {}

  private static boolean isNoted(
      Optional<Linkage.Note> there, LocalDate on, Optional<LocalizedText> remark) {
    return there.equals(Optional.of(new Linkage.Note(on, remark)));
  }

  private static <K extends LinkageCommand> Row<K, Linkage> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
