/**
 * What the fault tests of all modules share: how much is injected, where chance comes from, which
 * invariants are judged, and the one line that each fault leaves for the closing table of {@code
 * make faults}.
 */
@NullMarked
package dev.kanmin.infrastructure.faults;

import org.jspecify.annotations.NullMarked;
