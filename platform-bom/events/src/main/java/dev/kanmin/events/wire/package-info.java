/**
 * What travels: events with their envelope and the card of their subject, written and read by us as
 * plain headers and JSON.
 */
@NullMarked
package dev.kanmin.events.wire;

import org.jspecify.annotations.NullMarked;
