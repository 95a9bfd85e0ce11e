/** Deliberately bad: seen red by {@code HouseRulesTest}. */
@NullMarked
package dev.kanmin.testkit.bad.controller;

import org.jspecify.annotations.NullMarked;
