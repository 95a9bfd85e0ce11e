/**
 * One door, one picture: routes to the services, writes the feed, and answers views from memory.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.Gateway}.
 */
@NullMarked
package dev.kanmin.gateway;

import org.jspecify.annotations.NullMarked;
