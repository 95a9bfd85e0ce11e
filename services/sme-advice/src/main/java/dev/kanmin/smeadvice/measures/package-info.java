/** Support measures of the agencies, and which of them a company can use. */
@NullMarked
package dev.kanmin.smeadvice.measures;

import org.jspecify.annotations.NullMarked;
