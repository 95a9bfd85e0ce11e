/** Reports: what agencies write for one another, in up to five languages, for a time. */
@NullMarked
package dev.kanmin.marketintelligence.report;

import org.jspecify.annotations.NullMarked;
