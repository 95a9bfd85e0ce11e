package dev.kanmin.marketintelligence.profile;

import dev.kanmin.marketintelligence.worldbank.IndicatorZip;
import java.util.List;

/**
 * What became of a zip of an indicator.
 *
 * @param taken values that are new or changed
 * @param unchanged values that were known
 * @param aggregates rows that stand for several countries
 * @param elsewhere rows of countries outside Asia
 * @param errors by line of the CSV file; at most 500
 */
public record IndicatorImportOutcome(
    long taken, long unchanged, int aggregates, int elsewhere, List<IndicatorZip.Fault> errors) {}
