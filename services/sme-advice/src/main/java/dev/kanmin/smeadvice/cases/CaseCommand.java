package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that can be asked of a case. Who asks, and when, comes with the context; when it may be asked
 * stands in {@link CaseLifeCycle} and {@link ReferralLifeCycle}.
 */
sealed interface CaseCommand {

  /**
   * The caller's agency becomes its owner.
   *
   * @param caseId that it is to have; empty before that is known
   */
  record Open(
      String caseId,
      String companyId,
      Cell cell,
      Optional<Office> office,
      List<String> arisesFrom,
      List<String> tags,
      List<String> programmes,
      Optional<String> request,
      boolean sample)
      implements CaseCommand {
    /** The same, of that id and for the company that it is by now. */
    Open as(String newCaseId, String newCompanyId) {
      return new Open(
          newCaseId, newCompanyId, cell, office, arisesFrom, tags, programmes, request, sample);
    }
  }

  /** The caller's agency has the same request. */
  record Attach(List<String> arisesFrom) implements CaseCommand {}

  /** From a policy: something else that the case comes from. */
  record Relate(List<String> arisesFrom) implements CaseCommand {}

  /** From a policy: its company is the other one from now on, the two were merged. */
  record FollowCompany(String companyId) implements CaseCommand {}

  /**
   * From a policy: another case of the same company and cell goes on in this one.
   *
   * @param from the other case
   * @param agencies its owner and those attached to it
   * @param arisesFrom what it came from
   * @param actions what is to be done in it
   */
  record TakeIn(
      String from, List<AgencyCode> agencies, List<String> arisesFrom, List<NextAction> actions)
      implements CaseCommand {}

  /**
   * From a policy: the case goes on in that one.
   *
   * @param companyId the company of both by now
   */
  record Join(String into, String companyId) implements CaseCommand {}

  record Assign(Office office, Optional<String> adviser) implements CaseCommand {}

  record Reassign(Office office, Optional<String> adviser) implements CaseCommand {}

  record Start() implements CaseCommand {}

  /** From then on the service clocks stand still. */
  record AskCompany(String note, String question, Optional<LocalDate> replyBy)
      implements CaseCommand {}

  record RecordReply(String note, String reply) implements CaseCommand {}

  record AddNote(String note, String kind, String text) implements CaseCommand {}

  record AddAction(String action, String kind, Optional<LocalDate> due, Optional<String> text)
      implements CaseCommand {}

  /** From a policy: what a company has to prepare before the first day of a mission. */
  record Prepare(String missionId, LocalDate begins) implements CaseCommand {}

  /**
   * From a policy: something new is known of the market, and the company should be told.
   *
   * @param action id that the next action is to have; follows from case and event
   * @param kind a code of {@code action-kinds}
   * @param subject the tender, report or regulation
   * @param closes until when an offer can be made, of a tender that says so
   */
  record Consider(String action, String kind, String subject, Optional<LocalDate> closes)
      implements CaseCommand {}

  record CompleteAction(String action) implements CaseCommand {}

  record DropAction(String action) implements CaseCommand {}

  record Refer(String referral, Referral.Target to, Optional<String> reason)
      implements CaseCommand {}

  record Tag(List<String> tags, List<String> programmes) implements CaseCommand {}

  record Close(String outcome, Optional<String> text) implements CaseCommand {}

  /** Done to one referral. */
  sealed interface ToReferral extends CaseCommand {
    String referral();
  }

  record Accept(String referral) implements ToReferral {}

  record Complete(String referral) implements ToReferral {}

  record Decline(String referral, String reason) implements ToReferral {}
}
