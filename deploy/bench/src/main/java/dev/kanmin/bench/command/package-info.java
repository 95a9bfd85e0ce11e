/** P8 and P9: what a command and a list page cost in the ordinary service. */
@NullMarked
package dev.kanmin.bench.command;

import org.jspecify.annotations.NullMarked;
