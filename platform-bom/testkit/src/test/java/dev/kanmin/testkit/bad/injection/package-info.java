/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.injection;

import org.jspecify.annotations.NullMarked;
