/** Indicator files of the World Bank, as zips of CSV. */
@NullMarked
package dev.kanmin.marketintelligence.worldbank;

import org.jspecify.annotations.NullMarked;
