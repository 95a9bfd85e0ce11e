package dev.kanmin.trademissions.timetable;

/**
 * A time in which one meeting fits. Slots of a day follow each other without a gap, so that a break
 * between them (lunch) is no waiting time.
 *
 * @param index place among all slots, from 0, in order of time
 * @param day which day of the event, from 0
 */
public record Slot(int index, int day) {}
