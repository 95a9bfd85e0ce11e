/** What companies offer, as directory and sme-advice tell it: copies, replaced by revision. */
@NullMarked
package dev.kanmin.odalinkage.company;

import org.jspecify.annotations.NullMarked;
