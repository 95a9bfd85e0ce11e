package dev.kanmin.trademissions.meeting;

import java.time.Instant;

/**
 * How far a search has got.
 *
 * @param startedAt when it began, or went on after a restart
 * @param savedAt when its best plan was last saved; a restart goes on from there
 * @param improvements found so far
 * @param figures of the best plan
 */
public record SearchProgress(
    String run, Instant startedAt, Instant savedAt, int improvements, PlanFigures figures) {}
