@NullMarked
package dev.kanmin.local;

import org.jspecify.annotations.NullMarked;
