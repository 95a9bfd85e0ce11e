package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.smeadvice.companies.Consent;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Page;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case as it is shown.
 *
 * @param version for If-Match; the ETag
 * @param companyId of the directory
 * @param owner the agency that answers for it
 * @param arisesFrom ids of linkages, needs, missions it came from
 * @param attached other agencies with the same request
 * @param programmes prefectures whose regional programmes support it
 * @param replyBy while it waits for the company: the day by which it is to reply
 * @param clocks the service clocks, read today
 * @param outcome once it is closed: a code of {@code case-outcomes}
 * @param joinedInto the case in which it goes on, if its company was merged into one that had a
 *     case
 * @param confidential what was said between the company and its advisers; only for the owner and
 *     agencies that it was referred to, and for these only as far as the company consents
 * @param leftOut what an agency that it was referred to does not see for want of that consent
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record CaseView(
    String id,
    long version,
    CaseState state,
    String companyId,
    CountryCode country,
    Field field,
    AgencyCode owner,
    Optional<Office> office,
    List<String> arisesFrom,
    List<AgencyCode> attached,
    List<String> tags,
    List<String> programmes,
    Optional<LocalDate> replyBy,
    List<ClockView> clocks,
    List<NextActionView> nextActions,
    List<ReferralView> referrals,
    Optional<String> outcome,
    Optional<String> joinedInto,
    Optional<Confidential> confidential,
    boolean sample,
    Instant openedAt,
    Instant updatedAt,
    List<Page.LeftOut> leftOut,
    List<ActionView> actions) {

  /**
   * A service clock.
   *
   * @param clock a code of {@code service-clocks}
   * @param face whether it is running, stopped (the case waits for the company) or ended
   * @param used working days until today, without those on which the case waited
   * @param target working days that the service gives itself
   * @param within whether no more than the target is used
   * @param due the last day within the target, if it is running
   * @param provisional the due day is in a year whose holidays are not announced yet
   */
  @Schema(name = "ServiceClock")
  public record ClockView(
      String clock,
      String face,
      int used,
      int target,
      boolean within,
      Optional<LocalDate> due,
      boolean provisional) {
    static ClockView of(ServiceClock.Reading it) {
      return new ClockView(
          it.clock().code(),
          it.face().code(),
          it.used(),
          it.target(),
          it.within(),
          it.due(),
          it.due().filter(WorkingCalendar::isProvisional).isPresent());
    }
  }

  /**
   * Something to be done.
   *
   * @param kind a code of {@code action-kinds}
   * @param arisesFrom the mission that asks for it
   * @param by the agency that said so
   * @param text for advisers
   */
  @Schema(name = "NextAction")
  public record NextActionView(
      String id,
      String kind,
      ActionState state,
      Optional<LocalDate> due,
      Optional<String> arisesFrom,
      AgencyCode by,
      Optional<String> text) {}

  /**
   * A referral.
   *
   * @param reason why it was made; for advisers
   * @param declined why it was declined; for advisers
   * @param leftOut what the agency that it was made to does not see, for want of the company's
   *     consent; for the owner
   * @param actions what the reader's agency may do with it now, and why not the rest
   */
  @Schema(name = "Referral")
  public record ReferralView(
      String id,
      Referral.Target to,
      ReferralState state,
      Instant madeAt,
      Optional<String> reason,
      Optional<String> declined,
      List<Page.LeftOut> leftOut,
      List<ActionView> actions) {}

  /**
   * What was said in confidence.
   *
   * @param request what the company asks
   * @param adviser what the office calls the desk that advises
   * @param notes what advisers wrote down, in order
   * @param ending what was said at the close
   */
  @Schema(name = "CaseConfidential")
  public record Confidential(
      Optional<String> request,
      Optional<String> adviser,
      List<NoteView> notes,
      Optional<String> ending) {}

  /**
   * A note.
   *
   * @param kind a code of {@code note-kinds}
   */
  @Schema(name = "CaseNote")
  public record NoteView(String id, String kind, String text, AgencyCode by, Instant at) {}

  static CaseView of(Stored<Case> stored, Consent consent, Reader reader) {
    Case one = stored.state();
    Case.Subject subject = one.subject();
    Confidence confidence = Confidence.of(one, consent, reader.agency(), reader.at());
    return new CaseView(
        stored.id(),
        stored.version(),
        one.state(),
        subject.companyId(),
        subject.cell().country(),
        subject.cell().field(),
        subject.owner(),
        one.office(),
        one.arisesFrom(),
        one.attached(),
        one.tags(),
        one.programmes(),
        one.replyBy(),
        clocks(one, reader),
        one.actions().stream().map(it -> action(it, confidence)).toList(),
        one.referrals().stream().map(it -> referral(it, confidence, consent, reader)).toList(),
        one.ending().map(Case.Ending::outcome),
        one.ending().flatMap(Case.Ending::into),
        confidence.within() ? Optional.of(confidential(confidence)) : Optional.empty(),
        subject.sample(),
        stored.createdAt(),
        stored.updatedAt(),
        confidence.leftOut(),
        ActionView.of(CaseLifeCycle.TABLE, one, reader));
  }

  private static List<ClockView> clocks(Case one, Reader reader) {
    LocalDate today = WorkingCalendar.dayOf(reader.at());
    return List.of(ServiceClock.values()).stream()
        .map(clock -> ClockView.of(clock.read(one, today)))
        .toList();
  }

  private static NextActionView action(NextAction it, Confidence confidence) {
    return new NextActionView(
        it.id(),
        it.kind(),
        it.state(),
        it.due(),
        it.arisesFrom(),
        it.by(),
        it.text().filter(text -> confidence.showsWhatWasWrittenBy(it.by())));
  }

  private static ReferralView referral(
      Referral it, Confidence confidence, Consent consent, Reader reader) {
    Case one = confidence.whole();
    return new ReferralView(
        it.id(),
        it.to(),
        it.state(),
        it.madeAt(),
        it.reason().filter(text -> confidence.showsReasonsOf(it)),
        it.declined().filter(text -> confidence.showsReasonsOf(it)),
        one.isOwnedBy(reader.agency()) ? leftOut(one, it, consent, reader.at()) : List.of(),
        ActionView.of(ReferralLifeCycle.TABLE, new CaseReferral(one, it), reader));
  }

  /** What the receiver of a referral does not see for want of consent. */
  static List<Page.LeftOut> leftOut(Case one, Referral referral, Consent consent, Instant at) {
    return referral
        .to()
        .agency()
        .map(agency -> Confidence.of(one, consent, agency, at).leftOut())
        .orElse(List.of());
  }

  private static Confidential confidential(Confidence confidence) {
    return new Confidential(
        confidence.request(),
        confidence.adviser(),
        confidence.notes().stream()
            .map(it -> new NoteView(it.id(), it.kind(), it.text(), it.by(), it.at()))
            .toList(),
        confidence.ending());
  }

  /** A case in a list. */
  @Schema(name = "CaseSummary")
  public record Summary(
      String id,
      long version,
      CaseState state,
      String companyId,
      CountryCode country,
      Field field,
      AgencyCode owner,
      Optional<Office> office,
      List<String> tags,
      List<ClockView> clocks,
      long openActions,
      Optional<LocalDate> nextDue,
      boolean sample,
      Instant openedAt) {

    static Summary of(Stored<Case> stored, Reader reader) {
      Case one = stored.state();
      Case.Subject subject = one.subject();
      return new Summary(
          stored.id(),
          stored.version(),
          one.state(),
          subject.companyId(),
          subject.cell().country(),
          subject.cell().field(),
          subject.owner(),
          one.office(),
          one.tags(),
          CaseView.clocks(one, reader),
          one.openActions().size(),
          one.openActions().stream().flatMap(it -> it.due().stream()).min(LocalDate::compareTo),
          subject.sample(),
          stored.createdAt());
    }
  }
}
