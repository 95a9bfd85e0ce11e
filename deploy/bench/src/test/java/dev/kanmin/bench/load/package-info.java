@NullMarked
package dev.kanmin.bench.load;

import org.jspecify.annotations.NullMarked;
