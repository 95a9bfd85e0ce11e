/** A view composed from services for each request, without a picture of its own. */
@NullMarked
package dev.kanmin.bench.peers.composed;

import org.jspecify.annotations.NullMarked;
