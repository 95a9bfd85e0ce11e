package dev.kanmin.trademissions.timetable;

/** When and where a meeting takes place. */
public record Place(Slot slot, Table table) {}
