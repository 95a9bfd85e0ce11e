/**
 * P1: how fast events go from where a crash or an outage left them, in the outboxes of documents,
 * to the topic, and are removed.
 */
@NullMarked
package dev.kanmin.bench.relay;

import org.jspecify.annotations.NullMarked;
