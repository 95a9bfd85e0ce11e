/**
 * The whole picture in memory: the feed folded into rows per subject and totals per cell. Pure
 * functions, one thread that folds, immutable snapshots that everybody else reads.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.picture.Picture}; what an event means is in {@code
 * PictureEvent} and {@code RowFold}, how money is split in {@code Contributions}.
 */
@NullMarked
package dev.kanmin.gateway.picture;

import org.jspecify.annotations.NullMarked;
