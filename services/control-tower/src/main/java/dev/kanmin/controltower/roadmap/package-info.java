/** The roadmap (工程表): measures with their actions, dates and monthly updates. */
@NullMarked
package dev.kanmin.controltower.roadmap;

import org.jspecify.annotations.NullMarked;
