/** The working calendar of Japanese public offices. */
@NullMarked
package dev.kanmin.smeadvice.calendar;

import org.jspecify.annotations.NullMarked;
