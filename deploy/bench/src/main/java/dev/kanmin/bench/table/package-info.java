/** What came out: rows with medians, ratios and goals, and how they are shown. */
@NullMarked
package dev.kanmin.bench.table;

import org.jspecify.annotations.NullMarked;
