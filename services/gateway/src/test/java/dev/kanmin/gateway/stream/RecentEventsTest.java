package dev.kanmin.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
  private static final int CAPACITY = 4_096;

  private final Picture picture = new Picture();
  private final RecentEvents recent = new RecentEvents();

  @Test
  void events_after_a_position_come_in_order_and_say_how_far_was_looked() {
    publish(0, 10);

    var slice = recent.after(4, 3).orElseThrow();
    assertThat(positions(slice)).containsExactly(5L, 6L, 7L);
    assertThat(slice.end()).isEqualTo(7);
    assertThat(recent.after(7, 100).orElseThrow().end()).isEqualTo(9);
    assertThat(recent.after(9, 100).orElseThrow().events()).isEmpty();
  }

  @Test
  void the_end_moves_past_markers_that_are_no_events() {
    publish(0, 3);
    picture.publish(5);
    recent.published(picture.snapshot(), List.of());

    assertThat(recent.after(2, 100).orElseThrow().end()).isEqualTo(5);
  }

  @Test
  void the_oldest_give_way_and_who_needs_them_is_told() {
    publish(0, CAPACITY);
    assertThat(recent.after(-1, 1)).isPresent();
    publish(CAPACITY, 10);

    assertThat(recent.after(-1, 1)).isEmpty();
    assertThat(recent.isGone(8)).isTrue();
    assertThat(recent.isGone(9)).isFalse();
    assertThat(positions(recent.after(9, 2).orElseThrow())).containsExactly(10L, 11L);
  }

  @Test
  void large_events_give_way_before_they_fill_the_memory() {
    String large = "{\"text\":\"" + "x".repeat(512 * 1024) + "\"}";
    publish(0, 1, "{}");
    publish(1, 20, large);

    assertThat(recent.isGone(4)).isTrue();
    assertThat(positions(recent.after(5, 100).orElseThrow())).hasSize(15).startsWith(6L);
  }

  @Test
  void a_batch_larger_than_the_capacity_keeps_its_end() {
    publish(0, CAPACITY + 5);

    assertThat(recent.isGone(3)).isTrue();
    assertThat(positions(recent.after(4, 1).orElseThrow())).containsExactly(5L);
  }

  @Test
  void after_a_leap_nothing_older_is_here_and_what_follows_is() {
    publish(0, 10);
    picture.publish(99_999);
    recent.leapt(picture.snapshot());
    publish(100_000, 2);

    assertThat(recent.isGone(9)).isTrue();
    assertThat(recent.after(9, 1)).isEmpty();
    assertThat(positions(recent.after(99_999, 5).orElseThrow()))
        .containsExactly(100_000L, 100_001L);
  }

  private void publish(long from, int count) {
    publish(from, count, "{}");
  }

  private void publish(long from, int count, String data) {
    List<FeedRecord> batch = new ArrayList<>();
    LongStream.range(from, from + count)
        .forEach(
            position ->
                batch.add(
                    Records.record(
                        position, Records.MISSIONS, "m", position + 1, "draft-revised", data)));
    batch.forEach(picture::apply);
    picture.publish(from + count - 1);
    recent.published(picture.snapshot(), batch);
  }

  private static List<Long> positions(RecentEvents.Slice slice) {
    return slice.events().stream().map(FeedEvent::position).toList();
  }
}
