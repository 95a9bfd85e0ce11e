package dev.kanmin.trademissions.mission;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Until when companies can apply.
 *
 * @param at the last moment, in UTC
 * @param zone IANA zone in which it was set and is shown, such as {@code Asia/Tokyo}
 */
public record Deadline(Instant at, ZoneId zone) {}
