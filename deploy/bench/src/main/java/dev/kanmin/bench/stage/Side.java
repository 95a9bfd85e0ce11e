package dev.kanmin.bench.stage;

import dev.kanmin.bench.contest.Sample;
import java.time.Duration;

/** One side of a comparison, as the driver sees it. */
public interface Side extends AutoCloseable {

  /** What the table calls it. */
  String name();

  /** Works under full load for at least so long, and returns then. */
  void warm(Duration atLeast);

  /** Does one round. */
  Sample round();

  @Override
  void close();
}
