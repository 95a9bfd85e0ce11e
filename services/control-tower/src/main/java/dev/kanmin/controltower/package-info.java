/** The control tower: outcomes, and what is planned, reached and decided. */
@NullMarked
package dev.kanmin.controltower;

import org.jspecify.annotations.NullMarked;
