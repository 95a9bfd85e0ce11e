package dev.kanmin.directory.company;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A certificate of the company's management system.
 *
 * @param standard such as {@code ISO 13485}
 * @param validUntil its last day
 */
public record Certificate(String standard, Optional<LocalDate> validUntil) {}
