/** Full-text search over many cards. */
@NullMarked
package dev.kanmin.bench.search;

import org.jspecify.annotations.NullMarked;
