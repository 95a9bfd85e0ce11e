/** How two records of one thing become one, and every id that it had keeps leading to it. */
@NullMarked
package dev.kanmin.directory.merge;

import org.jspecify.annotations.NullMarked;
