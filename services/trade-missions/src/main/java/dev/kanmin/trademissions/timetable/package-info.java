/**
 * Timetables of meetings, made by a constraint solver (Timefold). Pure: it knows parties, slots,
 * tables and interpreters, and neither the store nor HTTP.
 *
 * <p>The solver's own convention is kept in here: a planning variable without a value is null.
 */
@NullMarked
package dev.kanmin.trademissions.timetable;

import org.jspecify.annotations.NullMarked;
