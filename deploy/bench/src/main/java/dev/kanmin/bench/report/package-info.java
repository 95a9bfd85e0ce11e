/** What is left of a run: the machine it ran on, JSON, and a picture. */
@NullMarked
package dev.kanmin.bench.report;

import org.jspecify.annotations.NullMarked;
