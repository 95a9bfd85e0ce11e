package dev.kanmin.trademissions.meeting;

/**
 * What a search has achieved, beside what planning request by request would have.
 *
 * @param plan the one that was found
 * @param firstCome greedy: each request in the order of its coming gets the first free slot
 * @param seconds that the search took
 */
public record PlanQuality(PlanFigures plan, PlanFigures firstCome, long seconds) {}
