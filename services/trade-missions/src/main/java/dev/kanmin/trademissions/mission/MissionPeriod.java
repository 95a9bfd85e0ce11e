package dev.kanmin.trademissions.mission;

import java.time.LocalDate;

/**
 * From the first day of the first stop to the last day of the last one, as counted at the places.
 */
public record MissionPeriod(LocalDate from, LocalDate to) {}
