package dev.kanmin.events.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Some of the copied cards.
 *
 * @param more how many more there are behind the last one, which a list tells as left out
 * @param asOf when the newest event that is in the copies happened; empty before the first
 */
public record CardPage(List<CardCopy> items, long more, Optional<Instant> asOf) {
  public CardPage {
    items = List.copyOf(items);
  }
}
