package dev.kanmin.events.aggregates;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * The answer to an accepted command. Repeating the command under the same key gives an equal
 * receipt.
 *
 * @param id the aggregate, or the part of it that the command made
 * @param version its version after the command; versions count events
 * @param events references of the events that the command led to, {@code /trade-missions/msn_…/3}
 * @param unchanged the command asked for what already was; nothing was written
 */
public record Receipt(String id, long version, List<String> events, boolean unchanged) {

  /** The same answer about a part of the aggregate that has an id of its own. */
  public Receipt of(String part) {
    return new Receipt(part, version, events, unchanged);
  }

  /** The last event, for a client that wants to read what it wrote. */
  @JsonIgnore
  public Optional<String> lastEvent() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
  }
}
