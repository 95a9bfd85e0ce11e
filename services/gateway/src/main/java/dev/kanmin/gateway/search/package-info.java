/**
 * Full-text search over all cards: an index of Lucene on disk that is made anew from the picture at
 * each start and follows it. The index finds; what is shown is the picture's.
 *
 * <p>Start reading at {@code SearchController}, then {@code Indexer}.
 */
@NullMarked
package dev.kanmin.gateway.search;

import org.jspecify.annotations.NullMarked;
