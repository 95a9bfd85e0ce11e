package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Figures of a card that go to the same cells in the same parts. The first of a card is that of its
 * own countries and fields, whether it has figures or not.
 *
 * @param over each cell once
 */
record Spread(List<Contribution> over, Map<FigureSlot, BigDecimal> figures) {}
