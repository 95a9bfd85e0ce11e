package dev.kanmin.smeadvice.cases;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A case as it stands.
 *
 * @param subject what it is about; changes only when its company is found to be another one
 * @param stays the states it has been in, in order
 * @param office that handles it, once it is assigned
 * @param adviser what the office calls whoever handles it: a desk, never a name
 * @param arisesFrom ids of linkages, needs, missions it came from
 * @param attached other agencies with the same request
 * @param tags codes of {@code case-tags}
 * @param programmes prefectures whose regional programmes support it, {@code JP-13}
 * @param ending how it was closed
 */
record Case(
    Subject subject,
    List<Stay> stays,
    Optional<Office> office,
    Optional<String> adviser,
    @JsonSetter(nulls = AS_EMPTY) List<String> arisesFrom,
    @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> attached,
    @JsonSetter(nulls = AS_EMPTY) List<String> tags,
    @JsonSetter(nulls = AS_EMPTY) List<String> programmes,
    Optional<LocalDate> replyBy,
    @JsonSetter(nulls = AS_EMPTY) List<Note> notes,
    @JsonSetter(nulls = AS_EMPTY) List<NextAction> actions,
    @JsonSetter(nulls = AS_EMPTY) List<Referral> referrals,
    Optional<Ending> ending) {

  /**
   * What a case is about.
   *
   * @param owner the agency that answers for it
   * @param request what the company asks; for the agencies that advise alone
   */
  record Subject(
      String caseId,
      String companyId,
      Cell cell,
      AgencyCode owner,
      Optional<String> request,
      boolean sample) {
    private Subject of(String newCompanyId) {
      return new Subject(caseId, newCompanyId, cell, owner, request, sample);
    }
  }

  /**
   * How it ended.
   *
   * @param outcome a code of {@code case-outcomes}
   * @param text for the agencies that advise alone
   * @param into the case in which it goes on, if there is one
   */
  record Ending(String outcome, Optional<String> text, Optional<String> into) {}

  /** Before the first event. */
  static final Case NONE =
      of(
          new Subject(
              "",
              "",
              new Cell(CountryCode.of("JP"), Field.CROSS_FIELD),
              AgencyCode.of("nobody"),
              Optional.empty(),
              false),
          Instant.EPOCH);

  static Case of(Subject subject, Instant at) {
    return new Case(
        subject,
        List.of(new Stay(CaseState.OPENED, at)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  boolean exists() {
    return !subject.caseId().isEmpty();
  }

  CaseState state() {
    return stays.getLast().state();
  }

  boolean isOpen() {
    return state() != CaseState.CLOSED;
  }

  boolean isOwnedBy(AgencyCode agency) {
    return subject.owner().equals(agency);
  }

  /** It was shown to that agency, which has not declined. */
  boolean isReferredTo(AgencyCode agency) {
    return referrals.stream()
        .anyMatch(it -> it.isTo(agency) && it.state() != ReferralState.DECLINED);
  }

  /** It was shown to that agency, which agreed to help. */
  boolean isAcceptedBy(AgencyCode agency) {
    return referrals.stream()
        .anyMatch(
            it ->
                it.isTo(agency)
                    && (it.state() == ReferralState.ACCEPTED
                        || it.state() == ReferralState.COMPLETED));
  }

  List<NextAction> openActions() {
    return actions.stream().filter(NextAction::isOpen).toList();
  }

  Optional<NextAction> action(String id) {
    return actions.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  Optional<CaseReferral> referral(String id) {
    return referrals.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .map(it -> new CaseReferral(this, it));
  }

  /** The referral of that id, or the refusal that it is unknown. */
  CaseReferral findReferral(String id) {
    return referral(id)
        .orElseThrow(() -> CaseRules.NO_SUCH_REFERRAL.refuse("The case has no referral " + id));
  }

  Case ofCompany(String companyId) {
    return changed(it -> it.subject = subject.of(companyId));
  }

  Case in(CaseState newState, Instant at) {
    return changed(it -> it.stays = adding(stays, new Stay(newState, at)));
  }

  Case assignedTo(Optional<Office> newOffice, Optional<String> newAdviser) {
    return changed(
        it -> {
          it.office = newOffice;
          it.adviser = newAdviser;
        });
  }

  Case attaching(Optional<AgencyCode> agency, List<String> origins) {
    return changed(
        it -> {
          it.arisesFrom = Stream.concat(arisesFrom.stream(), origins.stream()).distinct().toList();
          it.attached = Stream.concat(attached.stream(), agency.stream()).distinct().toList();
        });
  }

  Case tagged(List<String> newTags, List<String> newProgrammes) {
    return changed(
        it -> {
          it.tags = newTags;
          it.programmes = newProgrammes;
        });
  }

  Case expectingReply(Optional<LocalDate> day) {
    return changed(it -> it.replyBy = day);
  }

  Case noting(Optional<Note> note) {
    return changed(it -> it.notes = Stream.concat(notes.stream(), note.stream()).toList());
  }

  Case with(NextAction added) {
    return changed(it -> it.actions = adding(actions, added));
  }

  Case with(Referral added) {
    return changed(it -> it.referrals = adding(referrals, added));
  }

  Case changedAction(String id, UnaryOperator<NextAction> change) {
    return changed(
        it ->
            it.actions =
                actions.stream()
                    .map(one -> one.id().equals(id) ? change.apply(one) : one)
                    .toList());
  }

  Case changedReferral(String id, UnaryOperator<Referral> change) {
    return changed(
        it ->
            it.referrals =
                referrals.stream()
                    .map(one -> one.id().equals(id) ? change.apply(one) : one)
                    .toList());
  }

  Case endedBy(Ending newEnding) {
    return changed(it -> it.ending = Optional.of(newEnding));
  }

  private static <T> List<T> adding(List<T> list, T added) {
    return Stream.concat(list.stream(), Stream.of(added)).toList();
  }

  private Case changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.made();
  }

  /** A copy while a few of its parts are replaced. */
  private static final class Draft {
    private Subject subject;
    private List<Stay> stays;
    private Optional<Office> office;
    private Optional<String> adviser;
    private List<String> arisesFrom;
    private List<AgencyCode> attached;
    private List<String> tags;
    private List<String> programmes;
    private Optional<LocalDate> replyBy;
    private List<Note> notes;
    private List<NextAction> actions;
    private List<Referral> referrals;
    private Optional<Ending> ending;

    private Draft(Case from) {
      subject = from.subject;
      stays = from.stays;
      office = from.office;
      adviser = from.adviser;
      arisesFrom = from.arisesFrom;
      attached = from.attached;
      tags = from.tags;
      programmes = from.programmes;
      replyBy = from.replyBy;
      notes = from.notes;
      actions = from.actions;
      referrals = from.referrals;
      ending = from.ending;
    }

    private Case made() {
      return new Case(
          subject,
          stays,
          office,
          adviser,
          arisesFrom,
          attached,
          tags,
          programmes,
          replyBy,
          notes,
          actions,
          referrals,
          ending);
    }
  }
}
