/** Review cycles (点検): what was found, what was decided, and what became of it. */
@NullMarked
package dev.kanmin.controltower.review;

import org.jspecify.annotations.NullMarked;
