package dev.kanmin.trademissions.mission;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * From the first day of the first stop to the last day of the last one, as counted at the places.
 */
@Schema(name = "MissionPeriod")
public record Period(LocalDate from, LocalDate to) {}
