package dev.kanmin.marketintelligence.worldbank;

import dev.kanmin.codes.CountryCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value as it stands in a file.
 *
 * @param source as the file's first line names it
 * @param updatedOn by its publisher
 */
public record IndicatorValueRead(
    CountryCode country,
    String indicator,
    String name,
    int year,
    BigDecimal value,
    String source,
    Optional<LocalDate> updatedOn) {}
