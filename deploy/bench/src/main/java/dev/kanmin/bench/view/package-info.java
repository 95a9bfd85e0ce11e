/** Views of the gateway under load, and commands until a view shows them. */
@NullMarked
package dev.kanmin.bench.view;

import org.jspecify.annotations.NullMarked;
