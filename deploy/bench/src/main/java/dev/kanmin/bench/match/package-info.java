/** The matcher of the linkages' service, asked as officers ask it. */
@NullMarked
package dev.kanmin.bench.match;

import org.jspecify.annotations.NullMarked;
