/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.neighbour.beta;

import org.jspecify.annotations.NullMarked;
