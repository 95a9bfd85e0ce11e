@NullMarked
package dev.kanmin.bench.relay;

import org.jspecify.annotations.NullMarked;
