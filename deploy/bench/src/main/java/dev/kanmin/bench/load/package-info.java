/** Load on an HTTP server, closed and open loop, and the times it took. */
@NullMarked
package dev.kanmin.bench.load;

import org.jspecify.annotations.NullMarked;
