package dev.kanmin.trademissions.meeting;

/**
 * A company and a counterpart.
 *
 * @param company id of a company of the plan
 * @param counterpart id of a counterpart of the plan
 */
public record MeetingPair(String company, String counterpart) {}
