/**
 * The explainable matcher: what suits what, by how many points, on what evidence, and why not.
 * Pure: no store, no bus, no clock.
 */
@NullMarked
package dev.kanmin.odalinkage.match;

import org.jspecify.annotations.NullMarked;
