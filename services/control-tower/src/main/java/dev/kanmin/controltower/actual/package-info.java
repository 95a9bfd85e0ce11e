/** Figures that agencies report, approved level by level. */
@NullMarked
package dev.kanmin.controltower.actual;

import org.jspecify.annotations.NullMarked;
