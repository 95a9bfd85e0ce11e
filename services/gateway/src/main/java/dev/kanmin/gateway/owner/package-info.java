/**
 * Asks the service that owns a record, and commands it, with the token of the person who does: what
 * anybody may see and do is decided there.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.owner.Owners}.
 */
@NullMarked
package dev.kanmin.gateway.owner;

import org.jspecify.annotations.NullMarked;
