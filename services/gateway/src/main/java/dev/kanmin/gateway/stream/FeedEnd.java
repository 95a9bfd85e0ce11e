package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.picture.PictureTail;
import dev.kanmin.web.ProblemTypes;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where the feed ends. Another node may have given a position that this one has not reached yet;
 * what lies beyond the end was given by a feed that is gone, and a client would wait there for
 * ever.
 */
@Component
final class FeedEnd {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final RecentEvents recent;
  private final PictureTail tail;
  private final Duration patience;

  FeedEnd(RecentEvents recent, PictureTail tail, GatewayProperties properties) {
    this.recent = recent;
    this.tail = tail;
    this.patience = properties.waitForEvent();
  }

  /**
   * Completes when the position is one of the feed.
   *
   * @return fails with {@link dev.kanmin.web.BadInput} when it lies beyond the end, and with 503
   *     when this node does not know the end
   */
  Mono<Void> notBefore(Position position) {
    return isReached(position) ? Mono.empty() : awaited(position, System.nanoTime());
  }

  private Mono<Void> awaited(Position position, long sinceNanos) {
    return Mono.delay(LOOK_AGAIN)
        .then(
            Mono.defer(
                () -> {
                  if (isReached(position)) {
                    return Mono.empty();
                  }
                  return System.nanoTime() - sinceNanos < patience.toNanos()
                      ? awaited(position, sinceNanos)
                      : Mono.error(refusal(position));
                }));
  }

  private RuntimeException refusal(Position position) {
    return tail.isReady() && tail.lag() == 0
        ? position.beyond(recent.head())
        : ProblemTypes.UNAVAILABLE.with(
            "This node has not read the feed as far as that position yet. Try again in a moment.");
  }

  private boolean isReached(Position position) {
    return position.value() <= recent.head();
  }
}
