/** The feed folded into the gateway's picture. */
@NullMarked
package dev.kanmin.bench.fold;

import org.jspecify.annotations.NullMarked;
