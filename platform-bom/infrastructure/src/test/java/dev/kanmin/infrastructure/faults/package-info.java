@NullMarked
package dev.kanmin.infrastructure.faults;

import org.jspecify.annotations.NullMarked;
