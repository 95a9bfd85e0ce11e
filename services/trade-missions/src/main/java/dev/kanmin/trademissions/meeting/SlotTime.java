package dev.kanmin.trademissions.meeting;

import java.time.Instant;

/**
 * A slot of a plan.
 *
 * @param code local date and time of its beginning, {@code 2027-02-08T09:30}
 * @param index from 0, in order of time
 * @param day from 0
 */
record SlotTime(String code, int index, int day, Instant from, Instant to) {}
