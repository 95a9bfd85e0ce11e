/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.logging;

import org.jspecify.annotations.NullMarked;
