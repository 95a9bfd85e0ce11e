/** Linkages (連携): a company's offer for an activity, a need or a tender. */
@NullMarked
package dev.kanmin.odalinkage.linkage;

import org.jspecify.annotations.NullMarked;
