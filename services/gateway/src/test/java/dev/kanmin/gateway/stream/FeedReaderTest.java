package dev.kanmin.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedHistory;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.feed.FeedTopics;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Records;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Of the recent events; older ones need a broker, see {@code FeedCopyTest}. */
class FeedReaderTest {
  private static final FeedFilter ALL =
      new FeedFilter(Optional.empty(), Optional.empty(), Optional.empty());

  private final Picture picture = new Picture();
  private final RecentEvents recent = new RecentEvents();
  private final FeedReader reader =
      new FeedReader(
          recent,
          new FeedHistory(new FeedClients("nowhere", "t"), new FeedTopics("f", List.of())),
          picture);

  @Test
  void a_part_has_no_more_events_than_asked_for() {
    publish(5, "{}");

    var part = reader.read(0, 3, 1024 * 1024, ALL).block();
    assertThat(part.events()).extracting(FeedEvent::position).containsExactly(1L, 2L, 3L);
    assertThat(part.end()).isEqualTo(3);
  }

  @Test
  void a_part_of_large_events_ends_early_and_says_where() {
    publish(5, "{\"x\":\"%s\"}".formatted("x".repeat(600_000)));

    var part = reader.read(0, 100, 1024 * 1024, ALL).block();
    assertThat(part.events()).extracting(FeedEvent::position).containsExactly(1L, 2L);
    assertThat(part.end()).isEqualTo(2);
  }

  private void publish(int count, String data) {
    List<FeedRecord> batch =
        LongStream.range(0, count)
            .mapToObj(
                at -> Records.record(at, Records.MISSIONS, "m", at + 1, "draft-revised", data))
            .toList();
    batch.forEach(picture::apply);
    picture.publish(count - 1);
    recent.published(picture.snapshot(), batch);
  }
}
