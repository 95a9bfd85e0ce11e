package dev.kanmin.gateway.view;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.PictureTail;
import dev.kanmin.gateway.source.Sources;
import dev.kanmin.gateway.view.AnswerHead.AsOf;
import dev.kanmin.gateway.view.AnswerHead.Freshness;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The head of views as ready bytes: shared by all of them, made anew when the picture moves and at
 * least once a second.
 */
@Component
public final class AnswerHeads {
  private static final long GOOD_FOR_MILLIS = 1_000;

  private final Picture picture;
  private final PictureTail tail;
  private final Sources sources;
  private final Clock clock;
  private volatile Ready ready;
  private volatile Instant complete;

  private record Ready(long position, long madeAt, byte[] bytes) {}

  AnswerHeads(Picture picture, PictureTail tail, Sources sources, Clock clock) {
    this.picture = picture;
    this.tail = tail;
    this.sources = sources;
    this.clock = clock;
    this.complete = clock.instant();
    this.ready = make(picture.snapshot(), 0);
  }

  /** The head of now. */
  public AnswerHead now() {
    return head(picture.snapshot());
  }

  /** The head of now, as a JSON object with a comma in place of its closing brace. */
  public byte[] currentBytes() {
    return bytes(picture.snapshot());
  }

  /** The same for that picture. */
  byte[] bytes(PictureSnapshot snapshot) {
    Ready current = ready;
    long millis = clock.millis();
    if (current.position() != snapshot.position() || millis - current.madeAt() >= GOOD_FOR_MILLIS) {
      current = make(snapshot, millis);
      ready = current;
    }
    return current.bytes();
  }

  private Ready make(PictureSnapshot snapshot, long millis) {
    byte[] json = Json.events().writeValueAsBytes(head(snapshot));
    json[json.length - 1] = ',';
    return new Ready(snapshot.position(), millis, json);
  }

  private AnswerHead head(PictureSnapshot snapshot) {
    long lag = tail.lag();
    if (lag == 0) {
      complete = clock.instant();
    }
    return new AnswerHead(
        new AsOf(Long.toString(snapshot.position()), complete, lag),
        sources.all().stream()
            .map(
                source ->
                    new Freshness(
                        source.service(),
                        source.reachable(),
                        source.unsentMillis(),
                        Optional.ofNullable(snapshot.latestMillis().get("/" + source.service()))
                            .map(Instant::ofEpochMilli)))
            .toList(),
        leftOut(snapshot.leftOut()));
  }

  private static List<LeftOut> leftOut(PictureSnapshot.LeftOut leftOut) {
    return Stream.of(
            new LeftOut("not-public", leftOut.notPublic()),
            new LeftOut("without-country", leftOut.withoutCountry()),
            new LeftOut("unreadable", leftOut.unreadable()))
        .filter(one -> one.count() > 0)
        .toList();
  }
}
