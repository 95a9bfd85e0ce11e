package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A company's application to a mission.
 *
 * @param id {@code app_…}, never derived from the company: ids are public, companies are not
 * @param companyId of the directory, if it has told of the company; one of this and {@code company}
 *     is there
 * @param company absent where the directory knows the company without a number
 * @param submittedBy the agency that submitted it on the company's behalf
 * @param offer the latest offer of a place, if there was one
 * @param details absent of applications from before there were any
 * @param declined why it was, if it was
 * @param amendmentsBefore how often the mission had been amended when it was submitted; absent for
 *     never
 */
record Application(
    String id,
    Optional<String> companyId,
    Optional<CorporateNumber> company,
    AgencyCode submittedBy,
    ApplicationState state,
    Optional<PlaceOffer> offer,
    Optional<ApplicationDetails> details,
    Optional<Declined> declined,
    Optional<Integer> amendmentsBefore) {

  Application in(ApplicationState newState) {
    return new Application(
        id, companyId, company, submittedBy, newState, offer, details, declined, amendmentsBefore);
  }

  /** Its company is that one by now. */
  Application of(String newCompanyId, Optional<CorporateNumber> newNumber) {
    return new Application(
        id,
        Optional.of(newCompanyId),
        newNumber.or(() -> company),
        submittedBy,
        state,
        offer,
        details,
        declined,
        amendmentsBefore);
  }

  /** A place is reserved for it until it replies. */
  Application offered(Instant replyBy) {
    return with(Optional.of(new PlaceOffer(replyBy, OfferState.OFFERED)));
  }

  /** The offer has come to this. */
  Application offer(OfferState newState) {
    return with(offer.map(it -> new PlaceOffer(it.replyBy(), newState)));
  }

  private Application with(Optional<PlaceOffer> newOffer) {
    return new Application(
        id, companyId, company, submittedBy, state, newOffer, details, declined, amendmentsBefore);
  }

  Application declined(ApplicationState newState, Optional<Declined> because) {
    return new Application(
        id, companyId, company, submittedBy, newState, offer, details, because, amendmentsBefore);
  }

  /** Whether it is of that company, by whichever of the two it is known here. */
  boolean isOf(Optional<String> otherId, Optional<CorporateNumber> otherNumber) {
    return (companyId.isPresent() && companyId.equals(otherId))
        || (company.isPresent() && company.equals(otherNumber));
  }

  /** Whether it is of the company of that id or that corporate number. */
  boolean isKnownAs(String key) {
    return isOf(key) || company.filter(it -> it.digits().equals(key)).isPresent();
  }

  boolean isOf(String otherId) {
    return companyId.filter(otherId::equals).isPresent();
  }

  boolean hasOffer(OfferState offerState) {
    return offer.filter(it -> it.state() == offerState).isPresent();
  }

  boolean hasOfferDueBefore(Instant moment) {
    return hasOffer(OfferState.OFFERED)
        && offer.filter(it -> it.replyBy().isBefore(moment)).isPresent();
  }

  /** On the waitlist and not yet asked; whose offer was taken back keeps the turn. */
  boolean waitsForItsTurn() {
    return state == ApplicationState.WAITLISTED
        && offer.map(it -> it.state() == OfferState.WITHDRAWN).orElse(true);
  }
}
