package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.Coded;

/** Where a watch stands. Labels stand in the code list {@code watch-states}. */
public enum WatchState implements Coded {
  ACTIVE,
  PAUSED,
  ENDED
}
