/** Fiscal years of Japan. */
@NullMarked
package dev.kanmin.controltower.fiscal;

import org.jspecify.annotations.NullMarked;
