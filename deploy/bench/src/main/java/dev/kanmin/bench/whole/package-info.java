/** The whole system, as {@code make run} starts it. */
@NullMarked
package dev.kanmin.bench.whole;

import org.jspecify.annotations.NullMarked;
