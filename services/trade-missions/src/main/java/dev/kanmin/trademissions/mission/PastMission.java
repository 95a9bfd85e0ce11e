package dev.kanmin.trademissions.mission;

import java.util.Optional;

/**
 * What is known of a mission that was entered when it was over; it has no applications.
 *
 * @param participants companies that took part, 1 … 1,000
 */
public record PastMission(Optional<Integer> participants) {}
