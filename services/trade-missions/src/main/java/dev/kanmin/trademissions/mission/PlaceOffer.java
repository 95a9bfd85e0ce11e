package dev.kanmin.trademissions.mission;

import java.time.Instant;

/**
 * A place that fell free, offered to an applicant on the waitlist.
 *
 * @param replyBy the last moment to accept, in UTC
 */
record PlaceOffer(Instant replyBy, OfferState state) {}
