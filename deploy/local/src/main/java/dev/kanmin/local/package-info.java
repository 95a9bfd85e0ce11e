/**
 * The local run: everything real, on one machine, behind {@code make run}. Start reading at {@link
 * LocalRun}.
 */
@NullMarked
package dev.kanmin.local;

import org.jspecify.annotations.NullMarked;
