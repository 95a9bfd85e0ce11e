package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.wire.Card.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Until when an offer can be made: a moment with the zone where it is read on the clock, or a day
 * where no more is known.
 *
 * @param on the day; only where the moment is not known
 */
public record Closes(Optional<LocalDate> on, Optional<Instant> at, Optional<ZoneId> zone) {
  /** The last zone in which a day ends. */
  private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

  public static Closes on(LocalDate day, Optional<ZoneId> zone) {
    return new Closes(Optional.of(day), Optional.empty(), zone);
  }

  public static Closes at(Instant moment, ZoneId zone) {
    return new Closes(Optional.empty(), Optional.of(moment), Optional.of(zone));
  }

  /** From this moment on it is over for sure. */
  Instant over() {
    return at.orElseGet(
        () -> on.orElseThrow().plusDays(1).atStartOfDay(zone.orElse(LAST)).toInstant());
  }

  boolean isOverAt(Instant moment) {
    return !moment.isBefore(over());
  }

  Due due(String what) {
    return at.map(moment -> Due.at(what, moment, zone.orElse(ZoneOffset.UTC)))
        .orElseGet(() -> Due.on(what, on.orElseThrow()));
  }
}
