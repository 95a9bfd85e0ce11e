/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.cycle.one;

import org.jspecify.annotations.NullMarked;
