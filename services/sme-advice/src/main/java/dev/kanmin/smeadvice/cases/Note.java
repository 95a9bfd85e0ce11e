package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import java.time.Instant;

/**
 * What an adviser wrote down, for the agencies that advise alone.
 *
 * @param kind a code of {@code note-kinds}
 */
record Note(String id, String kind, String text, AgencyCode by, Instant at) {}
