package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.LocalizedText;

/**
 * The office (担当課・在外事務所) that is responsible for a mission.
 *
 * @param code short code that the organising agency gives it, such as {@code jetro-hanoi}
 * @param name as people know it
 */
public record Office(String code, LocalizedText name) {}
