/** Counterparts (現地機関): parties abroad, and how two records of one become one. */
@NullMarked
package dev.kanmin.directory.counterpart;

import org.jspecify.annotations.NullMarked;
