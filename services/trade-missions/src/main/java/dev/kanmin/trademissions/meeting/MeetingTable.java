package dev.kanmin.trademissions.meeting;

import java.util.Optional;

/**
 * A table at which one meeting at a time takes place.
 *
 * @param code as it stands on the table, unique in the plan
 * @param seats for both parties and an interpreter; 8 unless said
 */
public record MeetingTable(String code, Optional<Integer> seats) {
  private static final int USUAL = 8;

  int places() {
    return seats.orElse(USUAL);
  }
}
