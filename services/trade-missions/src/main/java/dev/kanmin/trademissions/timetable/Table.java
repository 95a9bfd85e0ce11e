package dev.kanmin.trademissions.timetable;

/**
 * A table at which one meeting at a time takes place.
 *
 * @param index from 0
 * @param seats for persons of both parties and an interpreter
 */
public record Table(int index, int seats) {}
