/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.decider;

import org.jspecify.annotations.NullMarked;
