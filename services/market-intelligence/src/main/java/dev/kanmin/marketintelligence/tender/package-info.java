/** Tenders: what is bought, by whom, where, and until when an offer can be made. */
@NullMarked
package dev.kanmin.marketintelligence.tender;

import org.jspecify.annotations.NullMarked;
