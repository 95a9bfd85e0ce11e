package dev.kanmin.infrastructure;

import org.h2.mvstore.MVStore;

/**
 * Keeps the file near the size of its data. Each commit writes new pages and leaves holes of old
 * ones; a chunk of the file can be used again only when no page in it lives, so the last live pages
 * of old chunks are rewritten from time to time.
 */
final class Compaction {
  private static final long BYTES_NOT_WORTH_IT = 4L << 20;
  private static final int WORST_RATIO = 3;
  private static final int TARGET_PERCENT = 70;
  private static final int BYTES_PER_STEP = 2 << 20;
  private static final int COMMITS_BETWEEN = 16;

  private final MVStore maps;
  private int commits;

  Compaction(MVStore maps) {
    this.maps = maps;
  }

  /** Called after each commit, under the lock that keeps readers and writers away. */
  void afterCommit() {
    if (++commits % COMMITS_BETWEEN == 0 && tooLarge()) {
      maps.compact(TARGET_PERCENT, BYTES_PER_STEP);
    }
  }

  private boolean tooLarge() {
    var file = maps.getFileStore();
    var size = file.size();
    var live = size / 100 * file.getFillRate() / 100 * file.getChunksFillRate();
    return size > BYTES_NOT_WORTH_IT && size > live * WORST_RATIO;
  }
}
