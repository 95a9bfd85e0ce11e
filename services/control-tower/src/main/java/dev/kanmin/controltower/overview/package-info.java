/** The pages of the control tower. */
@NullMarked
package dev.kanmin.controltower.overview;

import org.jspecify.annotations.NullMarked;
