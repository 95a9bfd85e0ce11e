/**
 * Profiles of cells: what a country imports of a field's goods, from whom, and how that changes.
 */
@NullMarked
package dev.kanmin.marketintelligence.profile;

import org.jspecify.annotations.NullMarked;
