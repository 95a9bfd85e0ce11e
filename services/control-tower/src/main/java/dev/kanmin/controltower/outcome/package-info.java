/** Outcomes: what came of it, counted once. */
@NullMarked
package dev.kanmin.controltower.outcome;

import org.jspecify.annotations.NullMarked;
