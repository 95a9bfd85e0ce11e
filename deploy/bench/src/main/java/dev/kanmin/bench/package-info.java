/** Speed, measured side by side with the limits and with other solutions in one run. */
@NullMarked
package dev.kanmin.bench;

import org.jspecify.annotations.NullMarked;
