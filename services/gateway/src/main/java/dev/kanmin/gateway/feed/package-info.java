/**
 * The one total order: copies the services' topics into {@code kanmin.feed}, once each, and reads
 * it back in pages.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.feed.FeedWriter}, then {@code FeedCopier}, then
 * {@code CopyState}.
 */
@NullMarked
package dev.kanmin.gateway.feed;

import org.jspecify.annotations.NullMarked;
