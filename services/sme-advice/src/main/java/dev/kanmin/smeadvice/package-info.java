/** Advice to companies that go abroad: cases, readiness, support measures. */
@NullMarked
package dev.kanmin.smeadvice;

import org.jspecify.annotations.NullMarked;
