/** Assessments of a company's readiness for markets abroad. */
@NullMarked
package dev.kanmin.smeadvice.readiness;

import org.jspecify.annotations.NullMarked;
