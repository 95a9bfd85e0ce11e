/** One run with as much as a nation has: what it takes, from which docs/scaling.md reckons on. */
@NullMarked
package dev.kanmin.bench.scale;

import org.jspecify.annotations.NullMarked;
