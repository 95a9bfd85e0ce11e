@NullMarked
package dev.kanmin.directory;

import org.jspecify.annotations.NullMarked;
