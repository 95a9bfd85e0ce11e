/** Targets with their baselines and versions, and how far they are. */
@NullMarked
package dev.kanmin.controltower.targets;

import org.jspecify.annotations.NullMarked;
