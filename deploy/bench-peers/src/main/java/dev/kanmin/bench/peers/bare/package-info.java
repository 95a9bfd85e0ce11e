/** An endpoint that does one write and nothing else. */
@NullMarked
package dev.kanmin.bench.peers.bare;

import org.jspecify.annotations.NullMarked;
