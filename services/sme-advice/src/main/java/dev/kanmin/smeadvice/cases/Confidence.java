package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.smeadvice.companies.Consent;
import dev.kanmin.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one agency may read of what a company and its advisers said in confidence
 * (docs/decisions/0088-what-a-referral-hands-over.md): the owner all of it; an agency that the case
 * was referred to all of it with the company's consent to {@code see-advice}, and without it what
 * was written to it or by it.
 *
 * @param within whether the agency advises in the case
 * @param all whether it reads everything
 */
record Confidence(Case whole, AgencyCode agency, boolean within, boolean all) {
  private static final String NEEDS_CONSENT = "needs-consent";

  static Confidence of(Case whole, Consent consent, AgencyCode agency, Instant at) {
    boolean owner = whole.isOwnedBy(agency);
    boolean referred = whole.isReferredTo(agency);
    boolean consented = referred && consent.letsSeeAdvice(agency, WorkingCalendar.dayOf(at));
    return new Confidence(whole, agency, owner || referred, owner || consented);
  }

  /** Whether it reads what that agency wrote. */
  boolean showsWhatWasWrittenBy(AgencyCode author) {
    return all || (within && author.equals(agency));
  }

  /** Whether it reads why this referral was made, and why it was declined. */
  boolean showsReasonsOf(Referral referral) {
    return all || (within && referral.isTo(agency));
  }

  Optional<String> request() {
    return whole.subject().request().filter(it -> all);
  }

  Optional<String> adviser() {
    return whole.adviser().filter(it -> all);
  }

  Optional<String> ending() {
    return whole.ending().flatMap(Case.Ending::text).filter(it -> all);
  }

  List<Note> notes() {
    return whole.notes().stream().filter(it -> showsWhatWasWrittenBy(it.by())).toList();
  }

  /** What an adviser does not read because the company has not consented; empty for others. */
  List<Page.LeftOut> leftOut() {
    long hidden = within && !all ? hidden() : 0;
    return hidden == 0 ? List.of() : List.of(new Page.LeftOut(NEEDS_CONSENT, hidden));
  }

  private long hidden() {
    long once =
        List.of(
                whole.subject().request(),
                whole.adviser(),
                whole.ending().flatMap(Case.Ending::text))
            .stream()
            .filter(Optional::isPresent)
            .count();
    long notes = whole.notes().stream().filter(it -> !showsWhatWasWrittenBy(it.by())).count();
    long actions =
        whole.actions().stream()
            .filter(it -> it.text().isPresent() && !showsWhatWasWrittenBy(it.by()))
            .count();
    long reasons =
        whole.referrals().stream()
            .filter(it -> it.reason().isPresent() && !showsReasonsOf(it))
            .count();
    return once + notes + actions + reasons;
  }
}
