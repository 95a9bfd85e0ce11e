package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.feed.FeedHistory;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.stream.RecentEvents.Slice;
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

  /**
   * Events that a filter lets through.
   *
   * @param end position up to which the feed was looked at; reading goes on after it
   */
  record Part(List<FeedEvent> events, long end) {}

  FeedReader(RecentEvents recent, FeedHistory history, Picture picture) {
    this.recent = recent;
    this.history = history;
    this.picture = picture;
  }

  /**
   * The next matching events, at most so many.
   *
   * @param after -1 for the beginning of the feed
   */
  Mono<Part> read(long after, int most, FeedFilter filter) {
    Optional<Slice> here = recent.after(after, Short.MAX_VALUE);
    if (here.isPresent()) {
      return Mono.just(matching(here.get(), most, filter));
    }
    return history
        .read(after, recent.head(), most, record -> filter.matches(record, picture))
        .map(part -> new Part(part.records().stream().map(FeedEvent::new).toList(), part.end()));
  }

  private Part matching(Slice slice, int most, FeedFilter filter) {
    List<FeedEvent> matching =
        slice.events().stream()
            .filter(event -> filter.matches(event.record(), picture))
            .limit(most)
            .toList();
    return new Part(
        matching, matching.size() == most ? matching.getLast().position() : slice.end());
  }
}
