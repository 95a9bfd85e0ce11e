@NullMarked
package dev.kanmin.bench.report;

import org.jspecify.annotations.NullMarked;
