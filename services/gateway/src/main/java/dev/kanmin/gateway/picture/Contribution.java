package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What one row adds to one cell or sum: itself, once, and this money.
 *
 * @param money exact, never rounded
 * @param undivided whether the row has money of which no part can be given to this cell, because
 *     percentages are missing
 */
public record Contribution(CellKey cell, Map<MoneySlot, BigDecimal> money, boolean undivided) {}
