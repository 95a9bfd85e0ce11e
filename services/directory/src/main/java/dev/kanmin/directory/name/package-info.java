/** Names as they are compared. */
@NullMarked
package dev.kanmin.directory.name;

import org.jspecify.annotations.NullMarked;
