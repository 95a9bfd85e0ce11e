@NullMarked
package dev.kanmin.bench;

import org.jspecify.annotations.NullMarked;
