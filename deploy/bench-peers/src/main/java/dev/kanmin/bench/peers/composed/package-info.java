/** A view composed for each request through Spring Cloud Gateway, without a picture of its own. */
@NullMarked
package dev.kanmin.bench.peers.composed;

import org.jspecify.annotations.NullMarked;
