/**
 * Files that come in: kept on disk while they are read, so that neither their size nor the order of
 * what stands in them matters.
 */
@NullMarked
package dev.kanmin.marketintelligence.files;

import org.jspecify.annotations.NullMarked;
