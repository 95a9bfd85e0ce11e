/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.neighbour.alpha;

import org.jspecify.annotations.NullMarked;
