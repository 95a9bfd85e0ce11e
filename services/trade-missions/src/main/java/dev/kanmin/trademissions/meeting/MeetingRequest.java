package dev.kanmin.trademissions.meeting;

/**
 * One side asks for a meeting with the other.
 *
 * @param company id of a company of the plan
 * @param counterpart id of a counterpart of the plan
 * @param by who asks
 * @param priority that the agency gives it, 1 (low) to 5 (high)
 */
public record MeetingRequest(String company, String counterpart, RequestSide by, int priority) {
  /** Whether the same side asks for the same meeting. */
  boolean asks(MeetingRequest other) {
    return pair().equals(other.pair()) && by == other.by;
  }

  MeetingPair pair() {
    return new MeetingPair(company, counterpart);
  }
}
