/** Strategy (国別・分野別戦略): which cells come first, and why. */
@NullMarked
package dev.kanmin.controltower.strategy;

import org.jspecify.annotations.NullMarked;
