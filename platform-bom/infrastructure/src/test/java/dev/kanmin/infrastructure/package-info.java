@NullMarked
package dev.kanmin.infrastructure;

import org.jspecify.annotations.NullMarked;
