/** Files of UN Comtrade: which column is which, which rows are totals, and which area is which. */
@NullMarked
package dev.kanmin.marketintelligence.comtrade;

import org.jspecify.annotations.NullMarked;
