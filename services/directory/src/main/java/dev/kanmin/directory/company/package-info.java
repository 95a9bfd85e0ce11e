/** Companies (企業): their profiles, what they consent to, and how two records of one become one. */
@NullMarked
package dev.kanmin.directory.company;

import org.jspecify.annotations.NullMarked;
