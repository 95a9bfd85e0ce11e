/**
 * The feed for clients: pages and a live stream of events as CloudEvents JSON.
 *
 * <p>Start reading at {@code FeedController}. Recent events come from {@code RecentEvents}, which
 * all clients share; older ones from Kafka through {@code FeedHistory}, which few may use at a
 * time.
 */
@NullMarked
package dev.kanmin.gateway.stream;

import org.jspecify.annotations.NullMarked;
