package dev.kanmin.gateway.search;

import dev.kanmin.gateway.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;

/** An index of a picture as it is now, for tests of what searches in it. */
public final class StandingIndex implements AutoCloseable {
  private final Indexer indexer;
  private final Search search;

  /** Holds all cards when it returns. */
  public StandingIndex(Picture picture) throws IOException {
    this.indexer =
        new Indexer(
            picture, Files.createTempDirectory("kanmin-search-"), new Analyzers(Set.of("ja")));
    this.search = new Search(picture, indexer);
    indexer.start();
    if (!indexer.reaches(picture.snapshot().position(), Duration.ofSeconds(40))) {
      throw new IllegalStateException("the index was not made in time");
    }
  }

  public Search search() {
    return search;
  }

  @Override
  public void close() {
    indexer.close();
  }
}
