@NullMarked
package dev.kanmin.bench.contest;

import org.jspecify.annotations.NullMarked;
