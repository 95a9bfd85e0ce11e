package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.CountryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One stop of an itinerary.
 *
 * @param city in the local or the Latin script, as the programme prints it
 * @param venue where in the city, once it is known
 * @param from first day, at the place
 * @param to last day, at the place; not before {@code from}
 * @param zone IANA zone of the place, such as {@code Asia/Ho_Chi_Minh}
 */
public record Stop(
    CountryCode country,
    String city,
    Optional<String> venue,
    LocalDate from,
    LocalDate to,
    ZoneId zone) {

  /** The same stop at that place in the city. */
  Stop in(String newVenue) {
    return new Stop(country, city, Optional.of(newVenue), from, to, zone);
  }

  /** When the first day begins at the place. */
  Instant begins() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** When the last day is over at the place. */
  Instant ends() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
