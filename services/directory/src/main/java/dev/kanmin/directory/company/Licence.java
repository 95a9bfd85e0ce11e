package dev.kanmin.directory.company;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A licence that a company holds in Japan.
 *
 * @param number as the authority writes it
 * @param validUntil its last day
 */
public record Licence(LicenceKind kind, Optional<String> number, Optional<LocalDate> validUntil) {}
