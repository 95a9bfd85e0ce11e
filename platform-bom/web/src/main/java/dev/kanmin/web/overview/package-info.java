/** Pages that a service has without any code at the gateway: tables, charts, plans over time. */
@NullMarked
package dev.kanmin.web.overview;

import org.jspecify.annotations.NullMarked;
