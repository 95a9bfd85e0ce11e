package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.Coded;

/** Where the offer of a place stands. Labels stand in the code list {@code offer-states}. */
public enum OfferState implements Coded {
  OFFERED,
  ACCEPTED,
  DECLINED,
  /** Nobody replied in time. */
  LAPSED,
  /** Taken back, because the mission was postponed or began, or the applicant withdrew. */
  WITHDRAWN
}
