package dev.kanmin.gateway.picture;

import java.math.BigDecimal;

/**
 * What one card adds to one cell or sum: itself, once, and a part of some of its figures. It says
 * which part and not how much, so that it stays as it is while the figures change.
 *
 * @param part of the figures; exact, never rounded
 * @param counts whether the card itself is counted with this, which it is once in each cell
 * @param incomplete whether percentages are missing, so that some of the figures cannot be given
 * @param overlapping whether the fields' parts make more than a whole, so that what is given to
 *     this field is given to another one as well
 */
public record Contribution(
    CellKey cell, BigDecimal part, boolean counts, boolean incomplete, boolean overlapping) {}
