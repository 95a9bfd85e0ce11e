package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * What a cell or a sum adds up to.
 *
 * @param missions missions, each once
 * @param activities activities, each once
 * @param undivided activities with money of which no part could be given here
 * @param money exact, per kind and currency; zero sums are left out
 */
public record CellTotals(
    int missions, int activities, int undivided, SortedMap<MoneySlot, BigDecimal> money) {}
