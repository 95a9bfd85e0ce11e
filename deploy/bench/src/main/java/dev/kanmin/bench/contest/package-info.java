/**
 * The contestant's half of a comparison: a Java machine that is told when to work and answers with
 * samples.
 */
@NullMarked
package dev.kanmin.bench.contest;

import org.jspecify.annotations.NullMarked;
