/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.cycle.two;

import org.jspecify.annotations.NullMarked;
