/**
 * The other sides of the bench: limits (raw clients) and other solutions. The product never depends
 * on them.
 */
@NullMarked
package dev.kanmin.bench.peers;

import org.jspecify.annotations.NullMarked;
