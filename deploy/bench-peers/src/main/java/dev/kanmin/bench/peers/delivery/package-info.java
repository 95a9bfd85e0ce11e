/** A producer and a consumer with nothing between them. */
@NullMarked
package dev.kanmin.bench.peers.delivery;

import org.jspecify.annotations.NullMarked;
