package dev.kanmin.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedHistory;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.feed.FeedTopics;
import dev.kanmin.gateway.limit.Pace;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Records;
import dev.kanmin.gateway.stream.StreamClient.Piece;
import dev.kanmin.testkit.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class FeedStreamsTest {
  private static final int CAPACITY = 4_096;
  private static final FeedFilter EVERYTHING =
      FeedFilter.of(Optional.empty(), Optional.empty(), Optional.empty());

  private final Picture picture = new Picture();
  private final RecentEvents recent = new RecentEvents();
  private final FeedHistory history =
      new FeedHistory(new FeedClients("127.0.0.1:1", "test"), FeedTopics.STANDARD);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FeedStreams streams =
      new FeedStreams(
          recent,
          new FeedReader(recent, history, picture),
          picture,
          new GatewayProperties(
              "", Map.of(), Duration.ofSeconds(2), Duration.ofHours(1), false, false),
          meters);

  @AfterEach
  void close() {
    streams.close();
    history.close();
  }

  @Test
  void a_client_gets_every_event_once_in_order() {
    Client client = new Client(Long.MAX_VALUE);
    publish(0, 100);
    streams.open(-1, EVERYTHING, Pace.FREE).subscribe(client);
    publish(100, 400);

    client.awaitIds(500);
    assertThat(client.ids()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_stalled_client_is_cut_off_and_counted_and_the_others_miss_nothing() {
    Client stalled = new Client(1);
    Client healthy = new Client(Long.MAX_VALUE);
    streams.open(-1, EVERYTHING, Pace.FREE).subscribe(stalled);
    streams.open(-1, EVERYTHING, Pace.FREE).subscribe(healthy);
    for (int position = 0; position < CAPACITY + 200; position += 100) {
      publish(position, 100);
      healthy.awaitIds(position + 100);
    }

    Await.until(
        "the stalled client to be cut off",
        Duration.ofSeconds(10),
        () -> stalled.failure.get() != null);
    assertThat(meters.counter("kanmin.stream.cut.off").count()).isEqualTo(1);
    assertThat(meters.get("kanmin.stream.clients").gauge().value()).isEqualTo(1);
    assertThat(healthy.failure.get()).isNull();
  }

  @Test
  void a_connection_that_takes_nothing_is_given_one_piece_whatever_it_asked_for() {
    List<Piece> given = new CopyOnWriteArrayList<>();
    publish(0, 3_000);
    streams
        .open(-1, EVERYTHING, Pace.FREE)
        .subscribe(
            new BaseSubscriber<>() {
              @Override
              protected void hookOnNext(Piece piece) {
                given.add(piece);
              }
            });
    assertThat(given).hasSize(1);

    given.getFirst().taken().run();
    assertThat(given).hasSize(2);
  }

  @Test
  void all_clients_share_the_bytes_of_an_event() {
    Client one = new Client(Long.MAX_VALUE);
    Client other = new Client(Long.MAX_VALUE);
    streams.open(-1, EVERYTHING, Pace.FREE).subscribe(one);
    streams.open(-1, EVERYTHING, Pace.FREE).subscribe(other);
    publish(0, 1);

    one.awaitIds(1);
    other.awaitIds(1);
    assertThat(one.events().getFirst()).isSameAs(other.events().getFirst());
  }

  private void publish(long from, int count) {
    List<FeedRecord> batch = new ArrayList<>();
    for (long position = from; position < from + count; position++) {
      batch.add(
          Records.record(position, Records.MISSIONS, "m", position + 1, "draft-revised", "{}"));
    }
    batch.forEach(picture::apply);
    picture.publish(from + count - 1);
    recent.published(picture.snapshot(), batch);
  }

  /** A connection that takes only so many pieces. */
  private static final class Client extends BaseSubscriber<Piece> {
    private final long takes;
    private final List<byte[]> frames = new CopyOnWriteArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Client(long takes) {
      this.takes = takes;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      subscription.request(takes);
    }

    @Override
    protected void hookOnNext(Piece piece) {
      frames.addAll(piece.frames());
      if (takes > 1) {
        piece.taken().run();
      }
    }

    @Override
    protected void hookOnError(Throwable throwable) {
      failure.set(throwable);
    }

    List<byte[]> events() {
      return frames.stream().filter(frame -> frame[0] == 'i').toList();
    }

    List<Long> ids() {
      return events().stream()
          .map(frame -> new String(frame, StandardCharsets.UTF_8))
          .map(text -> Long.valueOf(text.substring("id: ".length(), text.indexOf('\n'))))
          .toList();
    }

    void awaitIds(int count) {
      Await.until(count + " events", Duration.ofSeconds(10), () -> events().size() >= count);
    }
  }
}
