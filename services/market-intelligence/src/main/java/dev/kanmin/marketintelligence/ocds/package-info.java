/**
 * Open Contracting Data Standard 1.1: packages are read in a stream, releases are merged to
 * records. Knows nothing of the rest of the service.
 */
@NullMarked
package dev.kanmin.marketintelligence.ocds;

import org.jspecify.annotations.NullMarked;
