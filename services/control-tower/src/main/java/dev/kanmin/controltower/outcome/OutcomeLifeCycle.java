package dev.kanmin.controltower.outcome;

import static dev.kanmin.controltower.outcome.OutcomeState.CLAIMED;
import static dev.kanmin.controltower.outcome.OutcomeState.CONFIRMED;
import static dev.kanmin.controltower.outcome.OutcomeState.DISPUTED;
import static dev.kanmin.controltower.outcome.OutcomeState.EXPIRED;
import static dev.kanmin.controltower.outcome.OutcomeState.MERGED;

import dev.kanmin.controltower.agency.TowerAgencies;
import dev.kanmin.controltower.outcome.OutcomeCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;

/** What may be done with an outcome, when and by whom. */
final class OutcomeLifeCycle {
  static final String KIND = "outcome";
  static final String OWNER = "owner";
  static final String INVOLVED = "involved";

  private static final Role<Outcome> CLAIMANT = new Role<>(OWNER, Outcome::isOwnedBy);
  private static final Role<Outcome> HELPER = new Role<>(INVOLVED, Outcome::involves);
  private static final Role<Outcome> TOWER =
      new Role<>("control-tower", (_, agency) -> TowerAgencies.has(agency));

  private static final List<Role<Outcome>> OWN = List.of(CLAIMANT);
  private static final List<Role<Outcome>> OWN_OR_TOWER = List.of(CLAIMANT, TOWER);
  private static final List<Role<Outcome>> ITS_AGENCIES = List.of(CLAIMANT, HELPER);
  private static final List<Role<Outcome>> ALL = List.of(CLAIMANT, HELPER, TOWER);

  static final LifeCycle<OutcomeCommand, Outcome> TABLE =
      LifeCycle.of(KIND, "outcomes:write", Outcome::state, OutcomeRules.NOT_IN_THIS_STATE)
          .others(OutcomeRules.NOT_YOUR_OUTCOME)
          .with(
              verb("claim", MakeClaim.class)
                  .to(CLAIMED)
                  .unless(OutcomeRules.ALREADY_CLAIMED, OutcomeRules::claimedBefore),
              verb("revise", Revise.class).from(CLAIMED, DISPUTED).to(CLAIMED).by(OWN),
              verb("agree-shares", AgreeShares.class)
                  .from(CLAIMED, CONFIRMED, DISPUTED)
                  .by(OWN_OR_TOWER),
              verb("ask-company", AskCompany.class)
                  .from(CLAIMED)
                  .by(OWN_OR_TOWER)
                  .unless(OutcomeRules.ASKED_TOO_OFTEN, OutcomeRules::askedOften)
                  .unless(OutcomeRules.ASKED_TOO_SOON, OutcomeRules::askedJustNow),
              verb("answer-by-company", AnswerByCompany.class)
                  .from(CLAIMED)
                  .to(CONFIRMED, DISPUTED)
                  .internal(),
              verb("submit-evidence", SubmitEvidence.class).from(CLAIMED).by(ITS_AGENCIES),
              verb("accept-evidence", AcceptEvidence.class)
                  .from(CLAIMED)
                  .to(CONFIRMED)
                  .by(ALL)
                  .unless(OutcomeRules.NOTHING_TO_REVIEW, OutcomeRules::nothingToReview),
              verb("return-evidence", ReturnEvidence.class)
                  .from(CLAIMED)
                  .by(ALL)
                  .unless(OutcomeRules.NOTHING_TO_REVIEW, OutcomeRules::nothingToReview),
              verb("dispute", Dispute.class).from(CLAIMED).to(DISPUTED).by(List.of(HELPER, TOWER)),
              verb("extend", Extend.class).from(CLAIMED, EXPIRED).to(CLAIMED).by(OWN),
              verb("expire", Expire.class).from(CLAIMED).to(EXPIRED).internal().repeatable(),
              verb("propose-merge", ProposeMerge.class)
                  .from(CLAIMED, CONFIRMED, DISPUTED)
                  .internal(),
              verb("merge", Merge.class)
                  .from(CLAIMED, CONFIRMED, DISPUTED)
                  .to(MERGED)
                  .by(OWN_OR_TOWER)
                  .repeatable(
                      (asked, it) -> it.mergedInto().filter(asked.into()::equals).isPresent()),
              verb("decline-merge", DeclineMerge.class)
                  .from(CLAIMED, CONFIRMED, DISPUTED)
                  .by(OWN_OR_TOWER),
              verb("absorb", Absorb.class)
                  .from(CLAIMED, CONFIRMED, DISPUTED, EXPIRED, MERGED)
                  .internal());

  private OutcomeLifeCycle() {}

  private static <K extends OutcomeCommand> Row<K, Outcome> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
