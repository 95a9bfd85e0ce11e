package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A company's application to a mission.
 *
 * @param id {@code app_…}, never derived from the company: ids are public, companies are not
 * @param submittedBy the agency that submitted it on the company's behalf
 * @param offer the latest offer of a place, if there was one
 */
record Application(
    String id,
    CorporateNumber company,
    AgencyCode submittedBy,
    ApplicationState state,
    Optional<Offer> offer) {

  Application in(ApplicationState newState) {
    return new Application(id, company, submittedBy, newState, offer);
  }

  Application with(Offer newOffer) {
    return new Application(id, company, submittedBy, state, Optional.of(newOffer));
  }

  /** A place is reserved for it until it replies. */
  boolean hasOpenOffer() {
    return offer.filter(it -> it.state() == OfferState.OFFERED).isPresent();
  }

  boolean hasOfferDueBefore(Instant moment) {
    return hasOpenOffer() && offer.filter(it -> it.replyBy().isBefore(moment)).isPresent();
  }

  /** On the waitlist and not yet asked; whose offer was taken back keeps the turn. */
  boolean waitsForItsTurn() {
    return state == ApplicationState.WAITLISTED
        && offer.map(it -> it.state() == OfferState.WITHDRAWN).orElse(true);
  }
}
