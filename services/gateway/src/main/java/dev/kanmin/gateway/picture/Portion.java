package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedRecord;
import java.util.List;

/**
 * A part of the feed on its way to the fold.
 *
 * @param records in order; may be empty
 * @param next position at which reading goes on; within a leap that of before it
 * @param lag how many records were still to come
 * @param end of the feed when its reading began
 * @param leap whether it is a part of a leap, whose last one is empty and goes on behind it all
 */
record Portion(List<FeedRecord> records, long next, long lag, long end, boolean leap) {}
