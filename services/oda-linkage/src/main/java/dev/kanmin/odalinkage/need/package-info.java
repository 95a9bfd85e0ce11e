/** Needs (ニーズ): what counterparts abroad lack, from their registration to being met. */
@NullMarked
package dev.kanmin.odalinkage.need;

import org.jspecify.annotations.NullMarked;
