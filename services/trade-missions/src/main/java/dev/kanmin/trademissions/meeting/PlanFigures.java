package dev.kanmin.trademissions.meeting;

import dev.kanmin.trademissions.timetable.TimetableFigures;

/**
 * How good a plan is.
 *
 * @param meetings planned
 * @param requests pairs of which at least one side asked
 * @param mutualRequests pairs of which both sides asked
 * @param mutualMet of these
 * @param priorities sum of the priorities of all requests
 * @param prioritiesMet of these, the sum of those whose meeting is planned
 * @param leastServedPercent share of its wishes that the party gets that gets least
 * @param waitingSlots slots that parties wait between two meetings of a day
 * @param tableChanges how often a party changes its table in a day
 * @param moved meetings of the plan before that are at another time, or gone
 */
public record PlanFigures(
    int meetings,
    int requests,
    int mutualRequests,
    int mutualMet,
    int priorities,
    int prioritiesMet,
    int leastServedPercent,
    int waitingSlots,
    int tableChanges,
    int moved) {

  static PlanFigures of(TimetableFigures figures) {
    return new PlanFigures(
        figures.meetings(),
        figures.encounters(),
        figures.mutual(),
        figures.mutualMet(),
        figures.worth(),
        figures.worthMet(),
        figures.leastServedPercent(),
        figures.waitingSlots(),
        figures.tableChanges(),
        figures.moved());
  }
}
