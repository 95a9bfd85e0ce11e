/** Whether a company is a small or medium-sized one, and why. */
@NullMarked
package dev.kanmin.directory.sme;

import org.jspecify.annotations.NullMarked;
