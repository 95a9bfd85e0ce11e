/** The gateway as a whole, on a real broker, over real HTTP; only its neighbours are replaced. */
@NullMarked
package dev.kanmin.gateway.component;

import org.jspecify.annotations.NullMarked;
