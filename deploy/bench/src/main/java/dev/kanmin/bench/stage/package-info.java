/** What metrics stand on: broker, stores, contestants as processes, and the order of rounds. */
@NullMarked
package dev.kanmin.bench.stage;

import org.jspecify.annotations.NullMarked;
