/** Working days of Japanese public offices. */
@NullMarked
package dev.kanmin.codes.calendar;

import org.jspecify.annotations.NullMarked;
