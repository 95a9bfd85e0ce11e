/** Figures counted from the cards of every service. */
@NullMarked
package dev.kanmin.controltower.counting;

import org.jspecify.annotations.NullMarked;
