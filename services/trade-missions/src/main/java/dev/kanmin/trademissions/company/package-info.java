/** Copies of what the directory tells of companies, as far as applications need it. */
@NullMarked
package dev.kanmin.trademissions.company;

import org.jspecify.annotations.NullMarked;
