/**
 * Proof: what Kanmin promises, checked from outside against the processes that {@code make run}
 * starts. Begin reading at {@link LocalSystem}.
 */
@NullMarked
package dev.kanmin.proof;

import org.jspecify.annotations.NullMarked;
