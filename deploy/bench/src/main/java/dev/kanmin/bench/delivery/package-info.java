/** P2: how soon an event reaches those who wait for it. */
@NullMarked
package dev.kanmin.bench.delivery;

import org.jspecify.annotations.NullMarked;
