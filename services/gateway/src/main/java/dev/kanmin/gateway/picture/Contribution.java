package dev.kanmin.gateway.picture;

/**
 * What one row adds to one cell or sum: itself, once, and this money.
 *
 * @param money exact, never rounded
 * @param undivided whether the row has money of which no part can be given to this cell, because
 *     percentages are missing
 */
public record Contribution(CellKey cell, MoneySums money, boolean undivided) {}
