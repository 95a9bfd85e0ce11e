package dev.kanmin.smeadvice.cases;

import static dev.kanmin.smeadvice.cases.ReferralState.ACCEPTED;
import static dev.kanmin.smeadvice.cases.ReferralState.COMPLETED;
import static dev.kanmin.smeadvice.cases.ReferralState.DECLINED;
import static dev.kanmin.smeadvice.cases.ReferralState.OUTSTANDING;

import dev.kanmin.codes.Coded;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import java.util.List;

/** What may be done with a referral, when and by whom. */
final class ReferralLifeCycle {
  /**
   * A case is closed when its referrals are answered, unless it was joined to another one: then
   * they are answered afterwards.
   */
  private static final Coded[] CASE_OPEN = CaseState.values();

  private static final List<Role<CaseReferral>> RECEIVER =
      List.of(new Role<>("referred-to", CaseReferral::isAnsweredBy));

  static final LifeCycle<ToReferral, CaseReferral> TABLE =
      LifeCycle.of(
              "referral",
              CaseLifeCycle.SCOPE,
              CaseReferral::state,
              CaseRules.REFERRAL_NOT_IN_THIS_STATE)
          .within("case", CaseReferral::caseState, CaseRules.NOT_IN_THIS_STATE)
          .others(CaseRules.NOT_YOUR_REFERRAL)
          .with(
              verb("accept", Accept.class)
                  .during(CASE_OPEN)
                  .from(OUTSTANDING)
                  .to(ACCEPTED)
                  .by(RECEIVER)
                  .repeatable(),
              verb("complete", Complete.class)
                  .during(CASE_OPEN)
                  .from(ACCEPTED)
                  .to(COMPLETED)
                  .by(RECEIVER)
                  .repeatable(),
              verb("decline", Decline.class)
                  .during(CASE_OPEN)
                  .from(OUTSTANDING, ACCEPTED)
                  .to(DECLINED)
                  .by(RECEIVER)
                  .repeatable());

  private ReferralLifeCycle() {}

  private static <K extends ToReferral> Row<K, CaseReferral> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
