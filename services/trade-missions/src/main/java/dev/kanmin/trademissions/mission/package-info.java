/** The aggregate mission: its life cycle, its applications and the offers of places. */
@NullMarked
package dev.kanmin.trademissions.mission;

import org.jspecify.annotations.NullMarked;
