/**
 * The service market-intelligence: what is known of each cell. {@link
 * dev.kanmin.marketintelligence.MarketIntelligence} is its table of contents.
 */
@NullMarked
package dev.kanmin.marketintelligence;

import org.jspecify.annotations.NullMarked;
