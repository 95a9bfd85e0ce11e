package dev.kanmin.trademissions.mission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the offer of a place stands. Labels stand in the code list {@code offer-states}. */
public enum OfferState {
  OFFERED,
  ACCEPTED,
  DECLINED,
  /** Nobody replied in time. */
  LAPSED,
  /** Taken back, because the mission was postponed or began, or the applicant withdrew. */
  WITHDRAWN;

  /** As in JSON and in the code list. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
