package dev.kanmin.directory.company;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;

/**
 * A past delivery abroad (海外納入実績).
 *
 * @param year calendar year
 */
public record Delivery(CountryCode country, Field field, int year) {}
