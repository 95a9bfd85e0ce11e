/**
 * Kafka and the document stores as real processes on one machine, for the local run and for the
 * tests: started, awaited by condition, stopped cleanly, and killed hard on request.
 */
@NullMarked
package dev.kanmin.infrastructure;

import org.jspecify.annotations.NullMarked;
