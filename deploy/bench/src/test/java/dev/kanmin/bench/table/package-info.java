@NullMarked
package dev.kanmin.bench.table;

import org.jspecify.annotations.NullMarked;
