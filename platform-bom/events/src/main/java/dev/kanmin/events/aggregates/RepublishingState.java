package dev.kanmin.events.aggregates;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a republishing has got.
 *
 * @param id names the run: {@code rep_…}
 * @param kinds of the subjects gone through, in this order
 * @param perSecond events told in a second, at most
 * @param by who asked, agency and client
 * @param at when something was last known of it
 * @param kind gone through now; empty once it has ended
 * @param looked subjects looked at
 * @param told those whose card was another one and has been told again
 * @param failed those that could not be told
 * @param failures the first {@value #MOST_FAILURES} of them, and why
 */
public record RepublishingState(
    String id,
    Status status,
    List<String> kinds,
    int perSecond,
    String by,
    Instant startedAt,
    Instant at,
    Optional<String> kind,
    long looked,
    long told,
    long failed,
    List<NotTold> failures) {

  static final int MOST_FAILURES = 50;

  /** Where a run stands. */
  public enum Status {
    RUNNING,
    FINISHED,
    CANCELLED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A subject whose card could not be told.
   *
   * @param reason code of the rule that refuses it, or the name of a fault of ours
   */
  public record NotTold(String subject, String reason) {}
}
