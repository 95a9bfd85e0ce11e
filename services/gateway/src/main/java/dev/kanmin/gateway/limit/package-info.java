/**
 * What one client may take of this node, so that the others feel nothing of it.
 *
 * <p>Start reading at {@code LimitProperties}. {@code AddressLimit} stands before security and
 * knows where a request comes from; {@code ClientLimit} stands behind it and knows for whom. What a
 * request costs, and how many of its kind one client may have under way, is said by {@code Toll}.
 * {@code ConnectionLimits} looks after connections, before there is a request.
 */
@NullMarked
package dev.kanmin.gateway.limit;

import org.jspecify.annotations.NullMarked;
