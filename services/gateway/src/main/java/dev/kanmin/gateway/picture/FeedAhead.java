package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads of the records' data what the fold needs, a little ahead of it: that is a third of what a
 * record costs.
 */
final class FeedAhead extends Stage<Portion<PictureRecord>> {
  private static final int AHEAD = 2;

  private final FeedFetch fetch;

  FeedAhead(FeedClients clients, String topic) {
    super("picture-reader", AHEAD);
    this.fetch = new FeedFetch(clients, topic);
  }

  @Override
  void start() {
    fetch.start();
    super.start();
  }

  /** Why the feed cannot be read at the moment; empty when it can. */
  String fault() {
    return fetch.fault();
  }

  @Override
  void work() throws InterruptedException {
    while (!isStopping()) {
      Optional<Portion<FeedRecord>> portion = fetch.next();
      if (portion.isPresent()) {
        hand(read(portion.get()));
      }
    }
  }

  private static Portion<PictureRecord> read(Portion<FeedRecord> fetched) {
    List<PictureRecord> records = new ArrayList<>(fetched.records().size());
    for (FeedRecord record : fetched.records()) {
      records.add(PictureRecord.of(record));
    }
    return fetched.with(records);
  }

  @Override
  public void close() {
    fetch.close();
    super.close();
  }
}
