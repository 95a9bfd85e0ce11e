package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedHistory;
import dev.kanmin.gateway.feed.FeedHistory.Part;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.stream.RecentEvents.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds events after a position, wherever they are. */
@Component
final class FeedReader {
  private final RecentEvents recent;
  private final FeedHistory history;
  private final Picture picture;

  FeedReader(RecentEvents recent, FeedHistory history, Picture picture) {
    this.recent = recent;
    this.history = history;
    this.picture = picture;
  }

  /**
   * The next matching events, at most so many; fewer if they are large or far between.
   *
   * @param after -1 for the beginning of the feed
   * @param enough bytes with which a part is complete, however many events were asked for
   */
  Mono<Part> read(long after, int most, long enough, FeedFilter filter) {
    Optional<Slice> here = recent.after(after, Short.MAX_VALUE);
    if (here.isPresent()) {
      return Mono.just(matching(here.get(), most, enough, filter));
    }
    return history.read(
        after, recent.head(), most, enough, record -> filter.matches(record, picture));
  }

  private Part matching(Slice slice, int most, long enough, FeedFilter filter) {
    List<FeedEvent> matching = new ArrayList<>();
    long bytes = 0;
    for (FeedEvent event : slice.events()) {
      if (filter.matches(event, picture)) {
        matching.add(event);
        bytes += event.frame().length;
        if (matching.size() == most || bytes >= enough) {
          return new Part(matching, event.position());
        }
      }
    }
    return new Part(matching, slice.end());
  }
}
