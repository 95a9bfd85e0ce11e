/** Eligibility as data: nested clauses over facts, judged with three answers. */
@NullMarked
package dev.kanmin.smeadvice.eligibility;

import org.jspecify.annotations.NullMarked;
