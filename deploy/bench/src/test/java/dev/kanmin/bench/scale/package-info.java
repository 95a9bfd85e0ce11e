@NullMarked
package dev.kanmin.bench.scale;

import org.jspecify.annotations.NullMarked;
