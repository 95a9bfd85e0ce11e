/** Regulation: facts on how devices come to a market, each with its source, date and trust. */
@NullMarked
package dev.kanmin.marketintelligence.regulation;

import org.jspecify.annotations.NullMarked;
