/** How fresh what comes from each service is: asked from the services themselves. */
@NullMarked
package dev.kanmin.gateway.source;

import org.jspecify.annotations.NullMarked;
