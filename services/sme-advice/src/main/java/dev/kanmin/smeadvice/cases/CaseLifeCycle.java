package dev.kanmin.smeadvice.cases;

import static dev.kanmin.smeadvice.cases.CaseState.ASSIGNED;
import static dev.kanmin.smeadvice.cases.CaseState.CLOSED;
import static dev.kanmin.smeadvice.cases.CaseState.IN_PROGRESS;
import static dev.kanmin.smeadvice.cases.CaseState.OPENED;
import static dev.kanmin.smeadvice.cases.CaseState.WAITING_FOR_COMPANY;

import dev.kanmin.codes.Coded;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import java.util.List;
import java.util.Optional;

/** What may be done with a case, when and by whom. */
final class CaseLifeCycle {
  static final String SCOPE = "cases:write";

  static final List<Role<Case>> OWNER = List.of(new Role<>("owner", Case::isOwnedBy));

  /** The owner, and agencies that accepted a referral. */
  static final List<Role<Case>> ADVISERS =
      List.of(new Role<>("owner", Case::isOwnedBy), new Role<>("referred-to", Case::isAcceptedBy));

  private static final Coded[] NOT_CLOSED = {OPENED, ASSIGNED, IN_PROGRESS, WAITING_FOR_COMPANY};

  static final LifeCycle<CaseCommand, Case> TABLE =
      LifeCycle.of("case", SCOPE, Case::state, CaseRules.NOT_IN_THIS_STATE)
          .others(CaseRules.NOT_YOUR_CASE)
          .with(
              verb("open", Open.class)
                  .to(OPENED)
                  .unless(CaseRules.ALREADY_OPEN, CaseRules::opened)
                  .unless(CaseRules.CLOSED_BEFORE, CaseRules::closedBefore),
              verb("attach", Attach.class).from(NOT_CLOSED),
              verb("relate", Relate.class).from(NOT_CLOSED).internal(),
              verb("follow-company", FollowCompany.class).from(CaseState.values()).internal(),
              verb("take-in", TakeIn.class).from(NOT_CLOSED).internal(),
              verb("join", Join.class)
                  .from(NOT_CLOSED)
                  .to(CLOSED)
                  .internal()
                  .repeatable(
                      (asked, it) ->
                          it.ending().flatMap(Case.Ending::into).equals(Optional.of(asked.into()))),
              verb("assign", Assign.class)
                  .from(OPENED)
                  .to(ASSIGNED)
                  .by(OWNER)
                  .repeatable(
                      (asked, it) ->
                          it.office().equals(Optional.of(asked.office()))
                              && it.adviser().equals(asked.adviser())),
              verb("reassign", Reassign.class)
                  .from(ASSIGNED, IN_PROGRESS, WAITING_FOR_COMPANY)
                  .by(OWNER),
              verb("start", Start.class).from(ASSIGNED).to(IN_PROGRESS).by(OWNER).repeatable(),
              verb("ask-company", AskCompany.class)
                  .from(IN_PROGRESS)
                  .to(WAITING_FOR_COMPANY)
                  .by(OWNER)
                  .unless(CaseRules.FULL, CaseRules::fullOfNotes),
              verb("company-replied", RecordReply.class)
                  .from(WAITING_FOR_COMPANY)
                  .to(IN_PROGRESS)
                  .by(OWNER)
                  .unless(CaseRules.FULL, CaseRules::fullOfNotes),
              verb("add-note", AddNote.class)
                  .from(NOT_CLOSED)
                  .by(ADVISERS)
                  .unless(CaseRules.FULL, CaseRules::fullOfNotes),
              verb("add-action", AddAction.class)
                  .from(NOT_CLOSED)
                  .by(ADVISERS)
                  .unless(CaseRules.FULL, CaseRules::fullOfActions),
              verb("complete-action", CompleteAction.class).from(NOT_CLOSED).by(ADVISERS),
              verb("drop-action", DropAction.class).from(NOT_CLOSED).by(ADVISERS),
              verb("prepare", Prepare.class)
                  .from(NOT_CLOSED)
                  .unless(CaseRules.FULL, CaseRules::fullOfActions)
                  .internal(),
              verb("consider", Consider.class)
                  .from(NOT_CLOSED)
                  .unless(CaseRules.FULL, CaseRules::fullOfActions)
                  .internal(),
              verb("refer", Refer.class)
                  .from(NOT_CLOSED)
                  .by(OWNER)
                  .unless(CaseRules.FULL, CaseRules::fullOfReferrals),
              verb("tag", Tag.class).from(NOT_CLOSED).by(OWNER),
              verb("close", Close.class)
                  .from(NOT_CLOSED)
                  .to(CLOSED)
                  .by(OWNER)
                  .unless(CaseRules.REFERRALS_OPEN, CaseRules::referralsOpen)
                  .repeatable(
                      (asked, it) ->
                          it.ending()
                              .equals(
                                  Optional.of(
                                      new Case.Ending(
                                          asked.outcome(), asked.text(), Optional.empty())))));

  private CaseLifeCycle() {}

  private static <K extends CaseCommand> Row<K, Case> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
