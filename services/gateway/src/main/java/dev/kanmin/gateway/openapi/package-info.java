/**
 * The description of the whole API: the services' OpenAPI documents and the gateway's own, merged
 * into one of what can be reached through the gateway, with a page to read and try it.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.openapi.ApiDocument}.
 */
@NullMarked
package dev.kanmin.gateway.openapi;

import org.jspecify.annotations.NullMarked;
