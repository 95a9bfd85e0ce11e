package dev.kanmin.smeadvice.cases;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that can happen to a case. What is published is what every agency may see; what was said
 * between a company and its advisers never is.
 */
public sealed interface CaseEvent {
  /** Id of the case, {@code case_…}. */
  String caseId();

  // ---- life cycle

  @EventType("case-opened")
  record CaseOpened(
      String caseId,
      CaseState state,
      String companyId,
      CountryCode country,
      Field field,
      AgencyCode agency,
      Optional<Office> office,
      @JsonSetter(nulls = AS_EMPTY) List<String> arisesFrom,
      @JsonSetter(nulls = AS_EMPTY) List<String> tags,
      @JsonSetter(nulls = AS_EMPTY) List<String> programmes,
      Instant at,
      boolean sample,
      @NotPublished Optional<String> request)
      implements CaseEvent {}

  /**
   * Another agency's request joined the case, or something more was found that it comes from.
   *
   * @param agency that joined; absent when only the origin is new
   */
  @EventType("case-attached")
  record CaseAttached(
      String caseId,
      Optional<AgencyCode> agency,
      @JsonSetter(nulls = AS_EMPTY) List<String> arisesFrom)
      implements CaseEvent {}

  /** Also when it is given to another office. */
  @EventType("case-assigned")
  record CaseAssigned(
      String caseId,
      CaseState state,
      Office office,
      Instant at,
      @NotPublished Optional<String> adviser)
      implements CaseEvent {}

  @EventType("case-started")
  record CaseStarted(String caseId, CaseState state, Instant at) implements CaseEvent {}

  /** The service clocks stand still from here to the reply. */
  @EventType("company-asked")
  record CompanyAsked(
      String caseId,
      CaseState state,
      Instant at,
      Optional<LocalDate> replyBy,
      @NotPublished Optional<Note> question)
      implements CaseEvent {}

  @EventType("company-replied")
  record CompanyReplied(
      String caseId, CaseState state, Instant at, @NotPublished Optional<Note> reply)
      implements CaseEvent {}

  @EventType("case-closed")
  record CaseClosed(
      String caseId,
      CaseState state,
      String outcome,
      Instant at,
      @NotPublished Optional<String> text)
      implements CaseEvent {}

  /**
   * The company was found to be another one; the case is that one's from now on.
   *
   * @param from the company that it was told of before
   */
  @EventType("case-company-merged")
  record CaseCompanyMerged(String caseId, String companyId, String from) implements CaseEvent {}

  /**
   * Its company was found to be one that has an open case of the same cell: that one goes on, and
   * this one is closed. What was said in confidence stays here.
   *
   * @param into the case that goes on
   * @param companyId the company of both from now on
   */
  @EventType("case-joined")
  record CaseJoined(
      String caseId, CaseState state, String outcome, String into, String companyId, Instant at)
      implements CaseEvent {}

  // ---- what advisers do

  @EventType("note-added")
  record NoteAdded(String caseId, String noteId, String kind, @NotPublished Optional<Note> note)
      implements CaseEvent {}

  /**
   * Something is to be done.
   *
   * @param by the agency that says so
   */
  @EventType("next-action-added")
  record NextActionAdded(
      String caseId, ActionToDo action, AgencyCode by, @NotPublished Optional<String> text)
      implements CaseEvent {}

  /**
   * What is to be done.
   *
   * @param actionId {@code nxa_…}
   * @param kind a code of {@code action-kinds}
   * @param arisesFrom the mission that asks for it, or the tender, report or regulation that it is
   *     about
   */
  record ActionToDo(
      String actionId, String kind, Optional<LocalDate> due, Optional<String> arisesFrom) {}

  @EventType("next-action-completed")
  record NextActionCompleted(String caseId, String actionId) implements CaseEvent {}

  @EventType("next-action-dropped")
  record NextActionDropped(String caseId, String actionId) implements CaseEvent {}

  @EventType("case-tagged")
  record CaseTagged(
      String caseId,
      @JsonSetter(nulls = AS_EMPTY) List<String> tags,
      @JsonSetter(nulls = AS_EMPTY) List<String> programmes)
      implements CaseEvent {}

  // ---- referrals

  @EventType("referral-made")
  record ReferralMade(
      String caseId,
      String referralId,
      ReferralState state,
      Referral.Target to,
      String companyId,
      Instant at,
      @NotPublished Optional<String> reason)
      implements CaseEvent {}

  @EventType("referral-accepted")
  record ReferralAccepted(String caseId, String referralId, ReferralState state)
      implements CaseEvent {}

  @EventType("referral-completed")
  record ReferralCompleted(String caseId, String referralId, ReferralState state)
      implements CaseEvent {}

  @EventType("referral-declined")
  record ReferralDeclined(
      String caseId, String referralId, ReferralState state, @NotPublished Optional<String> reason)
      implements CaseEvent {}
}
