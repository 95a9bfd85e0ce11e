/** Indicators (成果指標): what is measured, and how. */
@NullMarked
package dev.kanmin.controltower.indicator;

import org.jspecify.annotations.NullMarked;
