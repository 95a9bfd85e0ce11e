/**
 * The door: routes to the services, with time limits, circuit breakers and bulkheads.
 *
 * <p>Only what {@code services.yaml} lists is reachable from outside.
 */
@NullMarked
package dev.kanmin.gateway.route;

import org.jspecify.annotations.NullMarked;
