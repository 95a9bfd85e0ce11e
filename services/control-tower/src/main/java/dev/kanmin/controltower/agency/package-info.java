/** Which agencies are the control tower. */
@NullMarked
package dev.kanmin.controltower.agency;

import org.jspecify.annotations.NullMarked;
