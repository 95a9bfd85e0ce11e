/**
 * Files of the RS system (行政事業レビュー見える化サイト): form 3-1, targets and actuals of the effect path, and
 * form 3-2, how they are connected. Knows nothing of the rest.
 */
@NullMarked
package dev.kanmin.controltower.rs;

import org.jspecify.annotations.NullMarked;
