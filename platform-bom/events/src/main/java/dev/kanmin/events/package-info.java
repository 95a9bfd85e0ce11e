/**
 * What every service stands on. Nothing here knows a mission from a tender.
 *
 * <p>Three packages: {@link dev.kanmin.events.wire what travels}, {@link
 * dev.kanmin.events.aggregates who decides and writes}, {@link dev.kanmin.events.inbox who
 * follows}. This one puts them together for a service.
 */
@NullMarked
package dev.kanmin.events;

import org.jspecify.annotations.NullMarked;
