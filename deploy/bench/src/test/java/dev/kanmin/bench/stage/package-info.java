@NullMarked
package dev.kanmin.bench.stage;

import org.jspecify.annotations.NullMarked;
